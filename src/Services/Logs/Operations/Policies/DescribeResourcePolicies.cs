using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Policies;

/// <summary>To come.</summary>
public sealed class DescribeResourcePolicies : IReadOperation<DescribeResourcePoliciesRequest, DescribeResourcePoliciesResult>
{
    /// <inheritdoc/>
    public DescribeResourcePoliciesResult Run(DescribeResourcePoliciesRequest request, Call call) => new();
}
