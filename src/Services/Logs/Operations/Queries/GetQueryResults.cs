using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Insights;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>
/// The results of a query. They are the same each time: worked out from the events as of its beginning.
/// </summary>
public sealed class GetQueryResults : IReadOperation<GetQueryResultsRequest, GetQueryResultsResult>
{
    /// <inheritdoc/>
    public GetQueryResultsResult Run(GetQueryResultsRequest request, ReadCall call)
    {
        var query =
            call.Read(Tables.Queries).Find(new(request.QueryId!)) ?? throw Errors.NotFound("The query does not exist.");
        if (query.Status != QueryStatus.Complete)
        {
            return new() { Results = [], Status = query.Status, QueryLanguage = QueryLanguage.Cwli, Statistics =
                new() };
        }

        var first = 0;
        if (request.NextToken is { } token
            && !int.TryParse(Pages.Open(token), NumberStyles.None, CultureInfo.InvariantCulture, out first))
        {
            throw Errors.Invalid("The specified nextToken is invalid.");
        }

        GroupKeys.CheckReading(call, KeyTargets.Results(call.Scope), query.KeyArn);
        var answer = QueryRun.Of(call, query);
        var most = request.MaxItems is null or 0 ? 10_000 : request.MaxItems.Value;
        var end = first + most;
        return new()
        {
            Results = [.. answer.Rows.Skip(first).Take(most)],
            Statistics = answer.Statistics,
            Status = query.Status,
            QueryLanguage = QueryLanguage.Cwli,
            NextToken = answer.Rows.Count > end ? Pages.Seal(end.ToString(CultureInfo.InvariantCulture)) : null,
        };
    }
}
