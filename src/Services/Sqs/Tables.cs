using Orrery.Kernel.State;
using Orrery.Services.Sqs.Ids;
using Orrery.Services.Sqs.Records;

namespace Orrery.Services.Sqs;

/// <summary>
/// The tables that SQS owns. Nobody else writes them. What grows with the messages is stored; what is in flight is
/// held in memory, because AWS limits it.
/// </summary>
internal static class Tables
{
    public static readonly Table<RowKey, QueueRecord> Queues =
        Table<RowKey, QueueRecord>.Resident("sqs.queues", r => new(r.Name), () => SqsJson.Default.QueueRecord);

    public static readonly Index<RowKey, QueueRecord> QueuesBySpace = Queues.Index("space", q => q.Space);

    public static readonly Index<RowKey, QueueRecord> QueuesById = Queues.Index("id", q => q.Id);

    public static readonly Index<RowKey, QueueRecord> QueuesByDeadLetter =
        Queues.Index("dead-letter", q => q.DeadLetterArn);

    public static readonly Table<RowKey, TallyRecord> Tallies =
        Table<RowKey, TallyRecord>.Resident("sqs.tallies", r => new(r.Space), () => SqsJson.Default.TallyRecord);

    public static readonly Table<RowKey, FlightRecord> Flights =
        Table<RowKey, FlightRecord>.Resident("sqs.flights", r => r.Key, () => SqsJson.Default.FlightRecord);

    public static readonly Index<RowKey, FlightRecord> FlightsBySpace = Flights.Index("space", f => f.Space);

    public static readonly Index<RowKey, FlightRecord> FlightsByItem =
        Flights.Index("item", f => $"{f.Space}/{f.Item}");

    public static readonly Table<RowKey, MoveTaskRecord> MoveTasks =
        Table<RowKey, MoveTaskRecord>.Resident("sqs.move-tasks", r => r.Id, () => SqsJson.Default.MoveTaskRecord);

    public static readonly Index<RowKey, MoveTaskRecord> MoveTasksBySource =
        MoveTasks.Index("source", t => t.SourceArn);

    public static readonly Table<RowKey, GraveRecord> Graves =
        Table<RowKey, GraveRecord>.Resident("sqs.graves", r => r.Name, () => SqsJson.Default.GraveRecord);

    public static readonly Table<RowKey, MessageRecord> Messages =
        Table<RowKey, MessageRecord>.Stored("sqs.messages", r => r.Key, () => SqsJson.Default.MessageRecord);

    public static readonly Table<RowKey, ReturnedRecord> Returned =
        Table<RowKey, ReturnedRecord>.Stored("sqs.returned", r => r.Key, () => SqsJson.Default.ReturnedRecord);

    public static readonly Table<RowKey, DelayedRecord> Delayed =
        Table<RowKey, DelayedRecord>.Stored("sqs.delayed", r => r.Key, () => SqsJson.Default.DelayedRecord);

    public static readonly Table<RowKey, GroupRecord> Groups =
        Table<RowKey, GroupRecord>.Stored("sqs.groups", r => r.Key, () => SqsJson.Default.GroupRecord);

    public static readonly Table<RowKey, ReadyRecord> Ready =
        Table<RowKey, ReadyRecord>.Stored("sqs.ready", r => r.Key, () => SqsJson.Default.ReadyRecord);

    public static readonly Table<RowKey, DedupRecord> Dedups =
        Table<RowKey, DedupRecord>.Stored("sqs.dedups", r => r.Key, () => SqsJson.Default.DedupRecord);

    public static readonly Table<RowKey, AttemptRecord> Attempts =
        Table<RowKey, AttemptRecord>.Stored("sqs.attempts", r => r.Key, () => SqsJson.Default.AttemptRecord);

    /// <summary>All of them.</summary>
    public static readonly AnyTable[] All =
    [
        Queues, Tallies, Flights, MoveTasks, Graves, Messages, Returned, Delayed, Groups, Ready, Dedups, Attempts,
    ];
}
