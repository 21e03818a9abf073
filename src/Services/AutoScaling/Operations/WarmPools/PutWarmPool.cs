using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.WarmPools;

/// <summary>
/// Gives a group a warm pool, or changes it. Instances that are ready stay in the state that they have, whatever the
/// new state of the pool is (guessed).
/// </summary>
public sealed class PutWarmPool : IWriteOperation<PutWarmPoolRequest, PutWarmPoolResult>
{
    /// <inheritdoc/>
    public PutWarmPoolResult Run(PutWarmPoolRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        Rules.Groups.Put(call, group with { Pool = PoolRequests.Read(call, group, request) });
        return new();
    }
}
