using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Records;

namespace Orrery.Services.Logs.Rules;

/// <summary>Walks events, reading only what is asked for.</summary>
internal static class Reading
{
    /// <summary>The events of a stream from a place on, in the order of time.</summary>
    public static IEnumerable<EventRecord> Forwards(ReadCall call, string stream, EventKey from)
    {
        var prefix = stream + "/";
        return call.Read(Tables.Events).From(from)
            .TakeWhile(e => e.Key.Value.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>The events of a stream before a place, the last one first.</summary>
    public static IEnumerable<EventRecord> Backwards(ReadCall call, string stream, EventKey before)
    {
        var prefix = stream + "/";
        var events = call.Read(Tables.Events);
        return
            from turn in call.Read(Tables.Turns).From(before.Turned)
                .TakeWhile(t => t.Key.Value.StartsWith(prefix, StringComparison.Ordinal))
            let key = turn.Key.Turned
            where key.CompareTo(before) < 0
            let record = events.Find(key)
            where record is not null
            select record;
    }

    /// <summary>
    /// The events of several streams from a time on, interleaved by time, then by the streams' names.
    /// </summary>
    public static IEnumerable<(StreamRecord Stream, EventRecord Event)> Interleaved(
        ReadCall call, IReadOnlyList<StreamRecord> streams, long from, long to)
    {
        var queue = new PriorityQueue<(int Stream, IEnumerator<EventRecord> Walk), (long, int)>();
        try
        {
            for (var i = 0; i < streams.Count; i++)
            {
                if (streams[i].Last >= from)
                {
                    var walk = Forwards(call, streams[i].Id, EventKey.Before(streams[i].Id, from))
                        .TakeWhile(e => e.Key.Time <= to).Opened(call, streams[i].Group).GetEnumerator();
                    Push(queue, i, walk);
                }
            }

            while (queue.TryDequeue(out var next, out _))
            {
                yield return (streams[next.Stream], next.Walk.Current);
                Push(queue, next.Stream, next.Walk);
            }
        }
        finally
        {
            foreach (var (left, _) in queue.UnorderedItems)
            {
                left.Walk.Dispose();
            }
        }
    }

    private static void Push(
        PriorityQueue<(int, IEnumerator<EventRecord>), (long, int)> queue,
        int stream,
        IEnumerator<EventRecord> walk)
    {
        if (walk.MoveNext())
        {
            queue.Enqueue((stream, walk), (walk.Current.Key.Time, stream));
        }
        else
        {
            walk.Dispose();
        }
    }
}
