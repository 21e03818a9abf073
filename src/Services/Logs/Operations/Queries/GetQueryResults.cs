using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>To come.</summary>
public sealed class GetQueryResults : IReadOperation<GetQueryResultsRequest, GetQueryResultsResult>
{
    /// <inheritdoc/>
    public GetQueryResultsResult Run(GetQueryResultsRequest request, Call call) => new();
}
