using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Sqs.Ids;
using Orrery.Services.Sqs.Loops;

namespace Orrery.Services.Sqs.Rules;

/// <summary>
/// What is remembered for five minutes: deduplication ids and receive attempts. Rows lie by spans of five minutes, so
/// that two of them are looked at, and whole spans are forgotten. Source: SQS API Reference, SendMessage
/// (MessageDeduplicationId) and ReceiveMessage (ReceiveRequestAttemptId).
/// </summary>
internal static class Remembered
{
    /// <summary>How long.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>The key under which something is remembered now.</summary>
    public static RowKey Key(ReadCall call, string queueId, string what) => Key(queueId, SpanOf(call.Now), what);

    /// <summary>What was remembered within the window, or null.</summary>
    public static TRecord? Find<TRecord>(
        TableReader<RowKey, TRecord> rows, ReadCall call, (string QueueId, string What) about,
        Func<TRecord, DateTimeOffset> at)
        where TRecord : class
    {
        var span = SpanOf(call.Now);
        var found = rows.Find(Key(about.QueueId, span, about.What))
            ?? rows.Find(Key(about.QueueId, span - 1, about.What));
        return found is not null && call.Now - at(found) < Window ? found : null;
    }

    /// <summary>Sees to it that it is forgotten.</summary>
    public static void Forget(Call call, Place place) =>
        call.Schedule(ForgetLoop.TimerKind, call.Now + (2 * Window), place.Queue.Id, place.Scope);

    /// <summary>The first key of a queue that is not old.</summary>
    public static RowKey Oldest(ReadCall call, string queueId) => Key(queueId, SpanOf(call.Now) - 1, "");

    private static long SpanOf(DateTimeOffset at) => at.UtcTicks / Window.Ticks;

    private static RowKey Key(string queueId, long span, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{queueId}/{span:x12}/{what}"));
}
