using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Insights;
using Orrery.Services.Logs.Loops;
using Orrery.Services.Logs.Records;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Queries;

/// <summary>Begins a query of Logs Insights on up to 50 log groups.</summary>
public sealed class StartQuery : IWriteOperation<StartQueryRequest, StartQueryResult>
{
    /// <inheritdoc/>
    public StartQueryResult Run(StartQueryRequest request, Call call)
    {
        if (request.QueryLanguage is not (null or QueryLanguage.Cwli))
        {
            throw Errors.NotServed($"the query language {request.QueryLanguage.Value.ToWire()} (queryLanguage)");
        }

        var given = new object?[] { request.LogGroupName, request.LogGroupNames, request.LogGroupIdentifiers };
        if (given.Count(g => g is not null) != 1)
        {
            throw Errors.Invalid("Exactly one of logGroupName, logGroupNames and logGroupIdentifiers has to be given.");
        }

        if (request.StartTime > request.EndTime)
        {
            throw Errors.Invalid("Query's start time cannot be later than its end time.");
        }

        var one = request.LogGroupName;
        IReadOnlyList<string> names = one is not null ? [one] : request.LogGroupNames ?? request.LogGroupIdentifiers!;
        if (names.Count is 0 or > 50)
        {
            throw Errors.Invalid("A query has between 1 and 50 log groups.");
        }

        var groups = names.Distinct(StringComparer.Ordinal).Select(n => LogGroups.ByIdentifier(call, n)).ToList();
        groups.ForEach(EventPages.RefuseDelivery);
        QueryParser.Parse(request.QueryString!);
        var key = call.Read(Tables.ResultKeys).Find(ResultKeyRecord.Results)?.KmsKeyArn;
        GroupKeys.CheckWriting(call, KeyTargets.Results(call.Scope), key);
        var id = call.NewId("q")[2..];
        id = $"{id[..8]}-{id[8..12]}-{id[12..16]}-{call.NewId("q")[2..6]}-{call.NewId("q")[2..14]}";
        call.Write(Tables.Queries).Put(new()
        {
            Id = new(id),
            Groups = [.. groups.Select(g => g.Name.Value)],
            Text = request.QueryString!,
            From = Milliseconds(request.StartTime!.Value, 0),
            To = Milliseconds(request.EndTime!.Value, 999),
            Limit = request.Limit,
            Created = call.Now,
            Status = QueryStatus.Running,
            KeyArn = key,
            User = call.Caller.Arn,
        });
        QueryLoop.Begin(call, id);
        return new() { QueryId = id };
    }

    // The API has seconds; what is too large for them is meant in milliseconds, as the console sends it (guessed).
    private static long Milliseconds(long time, long rest) => time > 100_000_000_000 ? time : (time * 1000) + rest;
}
