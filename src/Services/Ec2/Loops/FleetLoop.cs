using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Fleets;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Keeps fleets at their targets: launches what is missing, ends what is too much, deletes those whose time is over. It
/// wakes when something happens to a fleet, and at the next change of prices while one falls short. Source: EC2 User
/// Guide, "Work with EC2 Fleet" and "Use Capacity Rebalancing in EC2 Fleet".
/// </summary>
public sealed class FleetLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is a fleet, or an instance to be terminated.</summary>
    internal const string TimerKind = "ec2.fleet";

    private static readonly TimeSpan Working = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Lets a fleet be looked at soon.</summary>
    internal static void Work(Call call, FleetId fleet)
    {
        call.Cancel(TimerKind, fleet.Value);
        call.Settle(TimerKind, Working, fleet.Value);
    }

    /// <summary>Lets the fleet of an instance that is at risk be looked at.</summary>
    internal static void Wake(Call call, InstanceRecord instance)
    {
        if (instance.Fleet is { } member && call.Read(SpotTables.Fleets).Find(new(member.FleetId)) is
            { Type: FleetType.Maintain, State: FleetStateCode.Active or FleetStateCode.Modifying }
                or { State: FleetStateCode.DeletedRunning or FleetStateCode.DeletedTerminating })
        {
            Work(call, new(member.FleetId));
        }
    }

    /// <summary>Follows an instance that ends or stops.</summary>
    internal static void Lost(Call call, InstanceRecord instance)
    {
        if (instance.Fleet is not { } member || call.Read(SpotTables.Fleets).Find(new(member.FleetId)) is not { } fleet)
        {
            return;
        }

        FleetHistory.Add(
            call, fleet, FleetEventType.InstanceChange,
            instance.State == InstanceStateName.Stopping ? "stopped" : "terminated", instance.Id.Value);
        Wake(call, instance);
    }

    /// <summary>Lets the fleets that fall short be looked at.</summary>
    internal static void WakeWaiting(Call call)
    {
        foreach (var fleet in call.Read(SpotTables.Fleets).By(SpotTables.FleetsShort, "short").ToList())
        {
            Work(call, fleet.Id);
        }
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (subject.StartsWith("i-", StringComparison.Ordinal))
        {
            Terminate(call, new InstanceId(subject));
        }
        else if (call.Read(SpotTables.Fleets).Find(new(subject)) is { } fleet)
        {
            FleetUpkeep.Run(call, fleet);
        }
    }

    /// <summary>Ends an instance of a fleet, if it is not about to end.</summary>
    internal static void Terminate(Call call, InstanceId id)
    {
        if (call.Read(InstanceTables.Instances).Find(id) is { } instance)
        {
            var ending = InstanceStates.Terminated(call, instance with { DisableApiTermination = false });
            if (ending.State != instance.State)
            {
                InstanceLoop.End(call, ending, cutOff: false);
            }
        }
    }
}
