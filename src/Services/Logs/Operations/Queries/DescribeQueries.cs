using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>Lists queries of the last seven days, the latest first.</summary>
public sealed class DescribeQueries : IReadOperation<DescribeQueriesRequest, DescribeQueriesResult>
{
    /// <inheritdoc/>
    public DescribeQueriesResult Run(DescribeQueriesRequest request, ReadCall call)
    {
        if (request.QueryLanguage is not (null or QueryLanguage.Cwli))
        {
            return new() { Queries = [] };
        }

        if (request.LogGroupName is { } name)
        {
            LogGroups.Get(call, name);
        }

        var all = call.Read(Tables.Queries).All()
            .Where(q => request.LogGroupName is null || q.Groups.Contains(request.LogGroupName))
            .Where(q => request.Status is not { } status || q.Status == status)
            .OrderByDescending(Key, StringComparer.Ordinal);
        var (page, next) = Pages.Of(all, Key, request.NextToken, request.MaxResults ?? 1000, descending: true);
        return new()
        {
            Queries =
            [
                .. page.Select(q => new QueryInfo
                {
                    QueryLanguage = QueryLanguage.Cwli,
                    QueryId = q.Id.Value,
                    QueryString = q.Text,
                    Status = q.Status,
                    CreateTime = q.Created.Ms(),
                    LogGroupName = q.Groups[0],
                    UserIdentity = q.User,
                }),
            ],
            NextToken = next,
        };
    }

    private static string Key(Records.QueryRecord query) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{query.Created.Ms():d15} {query.Id}");
}
