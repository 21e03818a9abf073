using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Ids;
using Orrery.Services.Sqs.Rules;

namespace Orrery.Services.Sqs.Loops;

/// <summary>Forgets deduplication ids and receive attempts that are too old to matter.</summary>
internal sealed class ForgetLoop : ITimerHandler
{
    /// <summary>The kind of the timer; its subject is the id of the queue.</summary>
    public const string TimerKind = "sqs.forget";

    private const int Batch = 1000;

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var hasMore = Forget(call, Tables.Dedups, subject) | Forget(call, Tables.Attempts, subject);
        if (hasMore)
            call.Schedule(TimerKind, call.Now + TimeSpan.FromSeconds(1), subject);
        else if (IsAny(call, Tables.Dedups, subject) || IsAny(call, Tables.Attempts, subject))
            call.Schedule(TimerKind, call.Now + Remembered.Window, subject);
        else if (call.Read(Tables.Queues).By(Tables.QueuesById, subject).FirstOrDefault() is { } queue
            && call.Read(Tables.Tallies).Find(new(queue.Space)) is { } tally)
            call.Write(Tables.Tallies).Put(tally with { Forgets = false });
    }

    private static bool Forget<TRecord>(Call call, Table<RowKey, TRecord> table, string queueId)
        where TRecord : class
    {
        var rows = call.Write(table);
        var oldest = Remembered.Oldest(call, queueId);
        var keys = rows.From(Places.Start(queueId)).Select(row => new RowKey(table.KeyOf(row)))
            .TakeWhile(key => Counts.IsIn(queueId, key) && key.CompareTo(oldest) < 0).Take(Batch).ToList();
        keys.ForEach(key => rows.Remove(key));
        return keys.Count == Batch;
    }

    private static bool IsAny<TRecord>(Call call, Table<RowKey, TRecord> table, string queueId)
        where TRecord : class =>
        call.Read(table).From(Places.Start(queueId)).FirstOrDefault() is { } row
        && Counts.IsIn(queueId, new(table.KeyOf(row)));
}
