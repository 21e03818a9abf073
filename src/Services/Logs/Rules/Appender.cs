using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Loops;
using Orrery.Services.Logs.Records;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Rules;

/// <summary>Appends events to streams, and does what follows: metrics and subscriptions.</summary>
internal static class Appender
{
    /// <summary>Makes a stream that is not there yet.</summary>
    public static StreamRecord NewStream(Call call, string group, string name)
    {
        var stream = new StreamRecord
        {
            Key = PartKey.Of(group, name),
            Group = group,
            Name = name,
            Id = call.NewId("s")[2..],
            CreationTime = call.Now,
        };
        call.Write(Tables.Streams).Put(stream);
        return stream;
    }

    /// <summary>Appends a batch that keeps the rules; tells which events were not taken.</summary>
    public static RejectedLogEventsInfo? Append(
        Call call, GroupRecord group, StreamRecord stream, IReadOnlyList<InputLogEvent> events)
    {
        var (taken, rejected) = Batch.Sort(events, group, call.Now);
        if (taken.Count == 0)
        {
            return rejected;
        }

        var records = Keep(call, group, stream, taken);
        Sweeper.Expect(call, group, records[0].Key.Time);
        Metering.Count(call, group, records);
        Subscribing.Send(call, group, stream, records);
        return rejected;
    }

    private static List<EventRecord> Keep(
        Call call, GroupRecord group, StreamRecord stream, IReadOnlyList<InputLogEvent> taken)
    {
        var (table, turns) = (call.Write(Tables.Events), call.Write(Tables.Turns));
        var now = call.Now.Ms();
        var records = new List<EventRecord>(taken.Count);
        var bytes = 0L;
        foreach (var entry in taken)
        {
            var key = EventKey.Of(stream.Id, entry.Timestamp!.Value, stream.Number + records.Count + 1);
            var record = new EventRecord(key, now, entry.Message!) { KeyArn = group.KmsKeyArn };
            table.Put(record);
            turns.Put(new(key.Turned));
            records.Add(record);
            bytes += Batch.Weight(entry.Message!);
        }

        var (first, last) = (records[0].Key.Time, records[^1].Key.Time);
        call.Write(Tables.Streams).Put(stream with
        {
            First = stream.First < first ? stream.First : first,
            Last = stream.Last > last ? stream.Last : last,
            Ingested = now,
            Number = stream.Number + records.Count,
            Bytes = stream.Bytes + bytes,
        });
        return records;
    }
}
