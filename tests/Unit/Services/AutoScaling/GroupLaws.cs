using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;
using Instance = Orrery.Wire.Generated.Autoscaling.Instance;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>What holds of every group, and of one that nothing happens to any more: what is broken, in words.</summary>
internal static class GroupLaws
{
    /// <summary>What holds at any instant.</summary>
    public static IEnumerable<string> Always(Scaler scaler)
    {
        var group = scaler.Now();
        if (group.DesiredCapacity < group.MinSize || group.DesiredCapacity > group.MaxSize)
            yield return $"desires {group.DesiredCapacity} of {group.MinSize} to {group.MaxSize}";
        var members = Members(scaler, group).Select(i => i.InstanceId!).ToHashSet();
        foreach (var one in scaler.OfGroup().Where(i => IsThere(i) && !members.Contains(i.InstanceId!)))
            yield return $"{one.InstanceId} has leaked: it is {one.State!.Name}, and no member";
    }

    /// <summary>What holds when all is at rest.</summary>
    public static IEnumerable<string> AtRest(Scaler scaler, GroupKind kind)
    {
        var group = scaler.Now();
        var serving = scaler.Serving;
        var (units, heaviest) = (serving.Sum(Weight), serving.Select(Weight).DefaultIfEmpty(1).Max());
        var over = units - group.DesiredCapacity!.Value;
        if (over < 0 || over >= heaviest) yield return $"has {units} and desires {group.DesiredCapacity}";
        if (units < group.MinSize || units >= group.MaxSize + heaviest)
            yield return $"has {units} of {group.MinSize} to {group.MaxSize}";
        var zones = Scaler.Zones.Select(zone => serving.Where(i => i.AvailabilityZone == zone).Sum(Weight)).ToList();
        if (zones.Max() - zones.Min() > heaviest) yield return $"zones have {string.Join(' ', zones)}";
        // What is set aside is not checked.
        foreach (var one in group.Instances!.Where(i => i.LifecycleState != LifecycleState.Standby
            && (i.HealthStatus != "Healthy" || i.LifecycleState != LifecycleState.InService)))
        {
            yield return $"{one.InstanceId} is {one.LifecycleState}, {one.HealthStatus}";
        }

        var there = scaler.OfGroup().Where(IsThere).Select(i => i.InstanceId!).ToHashSet();
        foreach (var one in Members(scaler, group).Where(i => !there.Contains(i.InstanceId!)
            && i.LifecycleState != LifecycleState.Standby))
        {
            yield return $"{one.InstanceId} is {one.LifecycleState}, and EC2 has it no more";
        }

        if (kind == GroupKind.Spot && Split(scaler, group) is { } split) yield return split;
        if (kind == GroupKind.Warm && Pool(scaler, group) is { } pool) yield return pool;
    }

    /// <summary>Whether an instance is a Spot Instance.</summary>
    public static bool IsSpot(this Scaler scaler, string id) =>
        scaler.OfGroup().Any(i => i.InstanceId == id && i.InstanceLifecycle == InstanceLifecycleType.Spot);

    /// <summary>What one counts.</summary>
    public static int Weight(Instance instance) =>
        instance.WeightedCapacity is { } weight ? int.Parse(weight) : 1;

    // One attached On-Demand instance more than there should be stays so: nothing but Spot may go for it.
    private static string? Split(Scaler scaler, AutoScalingGroup group)
    {
        var (onDemand, spot) = scaler.Options();
        var above = Math.Max(0, group.DesiredCapacity!.Value - 1);
        var wanted = Math.Min(1, group.DesiredCapacity.Value) + ((above + 1) / 2);
        return onDemand == wanted ? null : $"has {onDemand} On-Demand and {spot} Spot, and should have {wanted}";
    }

    // What is set aside counts to what may be prepared, but nothing ends in the pool for it.
    private static string? Pool(Scaler scaler, AutoScalingGroup group)
    {
        var (desired, all) = (group.DesiredCapacity!.Value, group.Instances!.Count);
        var (least, most) = (Math.Max(2, 10 - Math.Max(desired, all)), Math.Max(2, 10 - desired));
        var pool = scaler.Pool();
        return pool.Count >= least && pool.Count <= most
            && pool.All(i => i.LifecycleState == LifecycleState.WarmedStopped)
            ? null : $"the pool should have {least} to {most} that are stopped: {scaler.States()}";
    }

    private static IEnumerable<Instance> Members(Scaler scaler, AutoScalingGroup group) =>
        group.WarmPoolConfiguration is null ? group.Instances! : group.Instances!.Concat(scaler.Pool());

    private static IReadOnlyList<Orrery.Wire.Generated.Ec2.Instance> OfGroup(this Scaler scaler) =>
        [.. scaler.Rig.Run(new DescribeInstances(), new DescribeInstancesRequest
        {
            Filters = [new() { Name = "tag:aws:autoscaling:groupName", Values = [Scaler.Group] }],
        }).Reservations!.SelectMany(reservation => reservation.Instances!)];

    private static bool IsThere(Orrery.Wire.Generated.Ec2.Instance instance) => instance.State!.Name
        is not (InstanceStateName.Terminated or InstanceStateName.ShuttingDown);
}
