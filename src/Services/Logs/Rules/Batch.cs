using System.Text;
using Orrery.Core;
using Orrery.Services.Logs.Records;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Rules;

/// <summary>
/// What a batch of PutLogEvents must be: at most 1 MiB, in the order of time, within 24 hours; and which of its events
/// are too new, too old or expired. Source: CloudWatch Logs API Reference, PutLogEvents.
/// </summary>
internal static class Batch
{
    /// <summary>What an event weighs beside its text.</summary>
    public const int Overhead = 26;

    private const int Largest = 1_048_576;
    private const long Day = 86_400_000;
    private const long Future = 2 * 3_600_000;

    /// <summary>What an event weighs.</summary>
    public static int Weight(string message) => Encoding.UTF8.GetByteCount(message) + Overhead;

    /// <summary>Refuses a batch that breaks a rule as a whole.</summary>
    /// <exception cref="ServiceException">InvalidParameterException.</exception>
    public static void Check(IReadOnlyList<InputLogEvent> events)
    {
        var size = 0L;
        for (var i = 0; i < events.Count; i++)
        {
            size += Weight(events[i].Message!);
            if (i > 0 && events[i].Timestamp < events[i - 1].Timestamp)
            {
                throw Errors.Invalid("Log events in a single PutLogEvents request must be in chronological order.");
            }
        }

        if (size > Largest)
        {
            throw Errors.Invalid($"Upload too large: {size} bytes exceeds limit of {Largest}");
        }

        if (events.Count > 0 && events[^1].Timestamp - events[0].Timestamp > Day)
        {
            throw Errors.Invalid(
                "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
        }
    }

    /// <summary>The events that are taken, and which are not: those before one index, those from another on.</summary>
    public static (IReadOnlyList<InputLogEvent> Taken, RejectedLogEventsInfo? Rejected) Sort(
        IReadOnlyList<InputLogEvent> events, GroupRecord group, DateTimeOffset now)
    {
        var expired = LogGroups.Cutoff(group, now);
        var old = now.Ms() - (14 * Day);
        var future = now.Ms() + Future;
        int expiredEnd = 0, oldEnd = 0, newStart = events.Count;
        for (var i = 0; i < events.Count; i++)
        {
            var time = events[i].Timestamp!.Value;
            expiredEnd = time < expired ? i + 1 : expiredEnd;
            oldEnd = time < old ? i + 1 : oldEnd;
            newStart = time > future && newStart == events.Count ? i : newStart;
        }

        var first = Math.Max(expiredEnd, oldEnd);
        RejectedLogEventsInfo? rejected = first == 0 && newStart == events.Count ? null : new()
        {
            ExpiredLogEventEndIndex = expiredEnd == 0 ? null : expiredEnd,
            TooOldLogEventEndIndex = oldEnd == 0 ? null : oldEnd,
            TooNewLogEventStartIndex = newStart == events.Count ? null : newStart,
        };
        return ([.. events.Take(newStart).Skip(first)], rejected);
    }
}
