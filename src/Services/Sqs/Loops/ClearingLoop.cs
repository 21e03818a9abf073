using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Ids;
using Orrery.Services.Sqs.Rules;

namespace Orrery.Services.Sqs.Loops;

/// <summary>
/// Removes what a purged or deleted queue has left, a few rows at a time. Nobody sees these rows any more: a purge
/// gives a queue another space.
/// </summary>
internal sealed class ClearingLoop : ITimerHandler
{
    /// <summary>The kind of the timer; its subject is the space, or the id of a queue.</summary>
    public const string TimerKind = "sqs.clear";

    private const int Batch = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Begins to clear.</summary>
    public static void Begin(Call call, Scope scope, string space) =>
        call.Schedule(TimerKind, call.Now + Pause, space, scope);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var isDone = Clear(call, Tables.Flights, subject)
            & Clear(call, Tables.Messages, subject)
            & Clear(call, Tables.Returned, subject)
            & Clear(call, Tables.Delayed, subject)
            & Clear(call, Tables.Groups, subject)
            & Clear(call, Tables.Ready, subject)
            & Clear(call, Tables.Dedups, subject)
            & Clear(call, Tables.Attempts, subject);
        if (isDone)
            call.Write(Tables.Tallies).Remove(new(subject));
        else
            Begin(call, call.Scope, subject);
    }

    private static bool Clear<TRecord>(Call call, Table<RowKey, TRecord> table, string space)
        where TRecord : class
    {
        var rows = call.Write(table);
        var keys = rows.From(Places.Start(space)).Select(row => new RowKey(table.KeyOf(row)))
            .TakeWhile(key => Counts.IsIn(space, key)).Take(Batch).ToList();
        keys.ForEach(key => rows.Remove(key));
        return keys.Count < Batch;
    }
}
