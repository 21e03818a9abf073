using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>
/// Reads what a warm pool is to be. Source: API Reference, PutWarmPool; what stays when it is not named is guessed: the
/// maximum prepared capacity, which is taken away by -1, and nothing else. So are the words of refusals.
/// </summary>
internal static class PoolRequests
{
    /// <summary>The pool that a request asks for.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static WarmPoolRecord Read(ReadCall call, GroupRecord group, PutWarmPoolRequest request)
    {
        if (group.Pool is { IsDeleting: true })
            throw Errors.Busy($"The warm pool of AutoScalingGroup {group.Name} is pending delete and cannot be "
                + "changed");
        if (request.MinSize < 0) throw Errors.Invalid("MinSize must not be negative");
        if (request.MaxGroupPreparedCapacity < -1)
            throw Errors.Invalid("MaxGroupPreparedCapacity must be -1 or more");
        CheckSource(call, group);
        return new()
        {
            Min = request.MinSize ?? 0,
            MaxPrepared = request.MaxGroupPreparedCapacity switch
            {
                null => group.Pool?.MaxPrepared,
                -1 => null,
                var most => most,
            },
            Runs = request.PoolState == WarmPoolState.Running,
            Hibernates = request.PoolState == WarmPoolState.Hibernated,
            Reuses = request.InstanceReusePolicy?.ReuseOnScaleIn,
        };
    }

    /// <summary>
    /// Refuses a pool whose instances would be Spot Instances. Source: User Guide, "Warm pools", Limitations. That a
    /// mixed group may have no share of Spot is guessed.
    /// </summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static void CheckSource(ReadCall call, GroupRecord group)
    {
        var isSpot = group.LaunchConfiguration is { } name
            ? call.Read(Tables.Configurations).Find(new(name))?.Parameters.SpotPrice is not null
            : group.Template is { } template
                && call.Port<IInstanceSupply>().Resolve(call, new(template.Id, null, template.Version)).IsSpot;
        if (group.Mixed is { Distribution.OnDemandPercent: < 100 })
        {
            throw Errors.Invalid("You cannot add a warm pool to an Auto Scaling group that has a mixed instances "
                + "policy with Spot Instances.");
        }

        if (isSpot)
        {
            throw Errors.Invalid("You cannot add a warm pool to an Auto Scaling group that has a launch template or a "
                + "launch configuration that requests Spot Instances.");
        }
    }
}
