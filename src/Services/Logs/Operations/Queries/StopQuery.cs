using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>Stops a query that runs.</summary>
public sealed class StopQuery : IWriteOperation<StopQueryRequest, StopQueryResult>
{
    /// <inheritdoc/>
    public StopQueryResult Run(StopQueryRequest request, Call call)
    {
        var queries = call.Write(Tables.Queries);
        var query = queries.Find(new(request.QueryId!)) ?? throw Errors.NotFound("The query does not exist.");
        if (query.Status != QueryStatus.Running)
        {
            throw Errors.Invalid("Cannot stop a query that is not running");
        }

        queries.Put(query with { Status = QueryStatus.Cancelled });
        return new() { Success = true };
    }
}
