using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>To come.</summary>
public sealed class DescribeQueryDefinitions : IReadOperation<DescribeQueryDefinitionsRequest, DescribeQueryDefinitionsResult>
{
    /// <inheritdoc/>
    public DescribeQueryDefinitionsResult Run(DescribeQueryDefinitionsRequest request, Call call) => new();
}
