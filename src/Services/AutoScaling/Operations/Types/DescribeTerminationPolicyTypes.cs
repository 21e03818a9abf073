using Orrery.Engines.Scaling.Termination;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Types;

/// <summary>Tells of the termination policies.</summary>
public sealed class DescribeTerminationPolicyTypes
    : IReadOperation<DescribeTerminationPolicyTypesRequest, DescribeTerminationPolicyTypesResult>
{
    /// <inheritdoc/>
    public DescribeTerminationPolicyTypesResult Run(DescribeTerminationPolicyTypesRequest request, ReadCall call) =>
        new() { TerminationPolicyTypes = [.. Enum.GetNames<TerminationPolicy>().Order(StringComparer.Ordinal)] };
}
