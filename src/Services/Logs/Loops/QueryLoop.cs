using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Ids;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Loops;

/// <summary>
/// Ends queries and forgets them: after seven days (CloudWatch Logs User Guide, "View running queries or query
/// history"). How long a query runs is not documented; here, with delays, a second.
/// </summary>
internal sealed class QueryLoop : ITimerHandler
{
    private const string TimerKind = "logs.query";
    private const string Old = "/old";

    private static readonly TimeSpan Runs = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Lets a query run.</summary>
    public static void Begin(Call call, string id)
    {
        call.Settle(TimerKind, Runs, id);
        call.Schedule(TimerKind, call.Now + Kept, id + Old);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var queries = call.Write(Tables.Queries);
        if (subject.EndsWith(Old, StringComparison.Ordinal))
        {
            queries.Remove(new(subject[..^Old.Length]));
        }
        else if (queries.Find(new TextKey(subject)) is { Status: QueryStatus.Running } query)
        {
            queries.Put(query with { Status = QueryStatus.Complete });
        }
    }
}
