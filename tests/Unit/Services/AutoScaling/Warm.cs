using Orrery.Services.AutoScaling.Operations.Hooks;
using Orrery.Services.AutoScaling.Operations.WarmPools;
using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Wire.Generated.Autoscaling;
using Orrery.Wire.Generated.Ec2;
using Instance = Orrery.Wire.Generated.Autoscaling.Instance;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>Short ways to what tests of warm pools need.</summary>
internal static class Warm
{
    /// <summary>A request for a pool.</summary>
    public static PutWarmPoolRequest Of(
        int? min = null, int? prepared = null, WarmPoolState? state = null, bool? reuse = null) => new()
    {
        AutoScalingGroupName = Scaler.Group,
        MinSize = min,
        MaxGroupPreparedCapacity = prepared,
        PoolState = state,
        InstanceReusePolicy = reuse is null ? null : new() { ReuseOnScaleIn = reuse },
    };

    /// <summary>Gives the group a pool.</summary>
    public static Scaler Put(this Scaler scaler, PutWarmPoolRequest request)
    {
        scaler.Rig.Run(new PutWarmPool(), request);
        return scaler;
    }

    /// <summary>Makes a hook for launching or terminating.</summary>
    public static Scaler Hook(this Scaler scaler, string transition, string result = "ABANDON")
    {
        scaler.Rig.Run(new PutLifecycleHook(), new PutLifecycleHookRequest
        {
            AutoScalingGroupName = Scaler.Group,
            LifecycleHookName = transition,
            LifecycleTransition = $"autoscaling:EC2_INSTANCE_{transition.ToUpperInvariant()}",
            DefaultResult = result,
        });
        return scaler;
    }

    /// <summary>Completes a lifecycle action.</summary>
    public static void Complete(this Scaler scaler, string id, string hook, string result = "CONTINUE") =>
        scaler.Rig.Run(new CompleteLifecycleAction(), new CompleteLifecycleActionRequest
        {
            AutoScalingGroupName = Scaler.Group,
            LifecycleHookName = hook,
            InstanceId = id,
            LifecycleActionResult = result,
        });

    /// <summary>What the pool is and has.</summary>
    public static DescribeWarmPoolResult Told(this Scaler scaler) => scaler.Rig.Run(
        new DescribeWarmPool(), new DescribeWarmPoolRequest { AutoScalingGroupName = Scaler.Group });

    /// <summary>The instances of the pool.</summary>
    public static IReadOnlyList<Instance> Pool(this Scaler scaler) => scaler.Told().Instances!;

    /// <summary>The states of the pool's instances, each once with their number.</summary>
    public static string States(this Scaler scaler) => string.Join(' ', scaler.Pool()
        .CountBy(i => i.LifecycleState!.Value.ToWire()).OrderBy(s => s.Key, StringComparer.Ordinal)
        .Select(s => $"{s.Value} {s.Key}"));

    /// <summary>The state of an instance with EC2.</summary>
    public static InstanceStateName Ec2(this Scaler scaler, string id) => scaler.Rig.Run(
        new DescribeInstances(), new DescribeInstancesRequest { InstanceIds = [id] })
        .Reservations![0].Instances![0].State!.Name!.Value;
}
