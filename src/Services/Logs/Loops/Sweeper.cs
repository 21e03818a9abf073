using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Records;
using Orrery.Services.Logs.Rules;

namespace Orrery.Services.Logs.Loops;

/// <summary>
/// Removes expired events. Whoever reads does not see them from the instant of their expiry; their rows go when a timer
/// of the group is due, an hour at a time, some thousand rows a call. A group without retention, or without events, has
/// no timer. (AWS takes up to 72 hours: CloudWatch Logs API Reference, PutRetentionPolicy.)
/// </summary>
internal sealed class Sweeper : ITimerHandler
{
    private const string TimerKind = "logs.sweep";
    private const int Most = 2_000;

    private static readonly TimeSpan Grain = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sees to it that the group is swept when an event of a time has expired.</summary>
    public static void Expect(Call call, GroupRecord group, long time)
    {
        if (group is { RetentionInDays: { } days, SweepAt: null })
        {
            Plan(call, group, DateTimeOffset.FromUnixTimeMilliseconds(time).AddDays(days) + Grain);
        }
    }

    /// <summary>Plans anew after the retention was changed.</summary>
    public static void Replan(Call call, GroupRecord group)
    {
        call.Cancel(TimerKind, group.Name.Value);
        group = group with { SweepAt = null };
        call.Write(Tables.Groups).Put(group);
        if (Oldest(call, group.Name.Value) is { } time)
        {
            Expect(call, group, time);
        }
    }

    /// <summary>Forgets a group that is deleted.</summary>
    public static void Forget(Call call, GroupName group) => call.Cancel(TimerKind, group.Value);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(Tables.Groups).Find(new(subject)) is not { RetentionInDays: not null } group)
        {
            return;
        }

        var cutoff = LogGroups.Cutoff(group, call.Now);
        var left = Most;
        foreach (var stream in LogGroups.Streams(call, subject).Where(s => s.First < cutoff).ToList())
        {
            left -= Sweep(call, stream, cutoff, left);
            if (left <= 0)
            {
                break;
            }
        }

        group = group with { SweepAt = null };
        call.Write(Tables.Groups).Put(group);
        if (left <= 0)
        {
            Plan(call, group, call.Now);
        }
        else if (Oldest(call, subject) is { } time)
        {
            Expect(call, group, time);
        }
    }

    private static int Sweep(Call call, StreamRecord stream, long cutoff, int most)
    {
        var first = EventKey.Before(stream.Id, 0);
        var old = Reading.Forwards(call, stream.Id, first).TakeWhile(e => e.Key.Time < cutoff).Take(most).ToList();
        Remove(call, old.Select(e => e.Key));
        var next = Reading.Forwards(call, stream.Id, first).FirstOrDefault();
        call.Write(Tables.Streams).Put(stream with
        {
            First = next?.Key.Time,
            Last = next is null ? null : stream.Last,
            Bytes = stream.Bytes - old.Sum(e => Batch.Weight(e.Message)),
        });
        return old.Count;
    }

    /// <summary>Removes the rows of events.</summary>
    public static void Remove(Call call, IEnumerable<EventKey> keys)
    {
        var (events, turns) = (call.Write(Tables.Events), call.Write(Tables.Turns));
        foreach (var key in keys)
        {
            events.Remove(key);
            turns.Remove(key.Turned);
        }
    }

    private static long? Oldest(ReadCall call, string group) => LogGroups.Streams(call, group).Min(s => s.First);

    private static void Plan(Call call, GroupRecord group, DateTimeOffset due)
    {
        call.Schedule(TimerKind, due, group.Name.Value);
        call.Write(Tables.Groups).Put(group with { SweepAt = due });
    }
}
