using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>To come.</summary>
public sealed class DescribeQueries : IReadOperation<DescribeQueriesRequest, DescribeQueriesResult>
{
    /// <inheritdoc/>
    public DescribeQueriesResult Run(DescribeQueriesRequest request, Call call) => new();
}
