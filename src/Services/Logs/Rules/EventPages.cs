using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Ids;
using Orrery.Services.Logs.Records;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Rules;

/// <summary>Pages of the events of one stream.</summary>
internal static class EventPages
{
    /// <summary>How many bytes a page has at most, events counted as in a batch.</summary>
    public const int Largest = 1_048_576;

    /// <summary>Groups for deliveries cannot be read (CloudWatch Logs User Guide, "Log classes").</summary>
    /// <exception cref="ServiceException">InvalidParameterException.</exception>
    public static void RefuseDelivery(GroupRecord group)
    {
        if (group.Class == LogGroupClass.Delivery)
        {
            throw Errors.Invalid("Log groups of the DELIVERY class cannot be read or searched.");
        }
    }

    /// <summary>Reads a token.</summary>
    /// <exception cref="ServiceException">InvalidParameterException.</exception>
    public static EventPlace Place(string token, string stream) =>
        token.Split('/') is ["f" or "b", { } id, "s"] && EventIds.Parse(id) is { } parsed
            ? new(token[0] == 'f', EventKey.Of(stream, parsed.Time, parsed.Number))
            : throw Errors.Invalid("The specified nextToken is invalid.");

    /// <summary>The tokens of a page without events that no token led to: all that comes later is after them.</summary>
    public static (EventKey First, EventKey Last) Nowhere(string stream, long time)
    {
        var key = EventKey.Before(stream, time);
        return (key, key);
    }

    /// <summary>The events behind a place.</summary>
    public static IEnumerable<EventRecord> Forwards(
        ReadCall call, StreamRecord stream, EventKey? place, long from, long to)
    {
        var begin = EventKey.Before(stream.Id, from);
        var start = place is { } key && key.CompareTo(begin) > 0 ? key : begin;
        return Reading.Forwards(call, stream.Id, start)
            .SkipWhile(e => place is { } after && e.Key.CompareTo(after) <= 0)
            .TakeWhile(e => e.Key.Time <= to)
            .Opened(call, stream.Group);
    }

    /// <summary>The events before a place, the last one first.</summary>
    public static IEnumerable<EventRecord> Backwards(
        ReadCall call, StreamRecord stream, EventKey? place, long from, long to)
    {
        var end = EventKey.Before(stream.Id, to + 1);
        var start = place is { } key && key.CompareTo(end) < 0 ? key : end;
        return Reading.Backwards(call, stream.Id, start).TakeWhile(e => e.Key.Time >= from).Opened(call, stream.Group);
    }

    /// <summary>As many as a page has.</summary>
    public static List<EventRecord> ToList(this IEnumerable<EventRecord> events, int limit)
    {
        var page = new List<EventRecord>();
        var size = 0L;
        foreach (var entry in events)
        {
            size += Batch.Weight(entry.Message);
            if (page.Count > 0 && size > Largest)
            {
                break;
            }

            page.Add(entry);
            if (page.Count == limit)
            {
                break;
            }
        }

        return page;
    }
}
