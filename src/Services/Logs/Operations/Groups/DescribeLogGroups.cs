using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Groups;

/// <summary>To come.</summary>
public sealed class DescribeLogGroups : IReadOperation<DescribeLogGroupsRequest, DescribeLogGroupsResult>
{
    /// <inheritdoc/>
    public DescribeLogGroupsResult Run(DescribeLogGroupsRequest request, Call call) => new();
}
