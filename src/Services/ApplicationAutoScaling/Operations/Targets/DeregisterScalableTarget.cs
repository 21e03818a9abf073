using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Rules;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Operations.Targets;

/// <summary>Forgets a scalable target, with its policies and scheduled actions. The resource stays as it is.</summary>
public sealed class DeregisterScalableTarget
    : IWriteOperation<DeregisterScalableTargetRequest, DeregisterScalableTargetResult>
{
    /// <inheritdoc/>
    public DeregisterScalableTargetResult Run(DeregisterScalableTargetRequest request, Call call)
    {
        ScalableTargets.Remove(call, ScalableTargets.Get(
            call, request.ServiceNamespace, request.ResourceId, request.ScalableDimension));
        return new();
    }
}
