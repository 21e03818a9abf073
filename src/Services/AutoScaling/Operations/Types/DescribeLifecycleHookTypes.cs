using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Types;

/// <summary>Tells of the transitions that hooks are for.</summary>
public sealed class DescribeLifecycleHookTypes
    : IReadOperation<DescribeLifecycleHookTypesRequest, DescribeLifecycleHookTypesResult>
{
    /// <inheritdoc/>
    public DescribeLifecycleHookTypesResult Run(DescribeLifecycleHookTypesRequest request, ReadCall call) =>
        new() { LifecycleHookTypes = Transitions.All };
}
