using Orrery.Kernel.Calls;
using Orrery.Services.Sqs.Records;
using Orrery.Services.Sqs.Rules;

namespace Orrery.Services.Sqs.Boxes;

/// <summary>
/// A receive that may be a repetition of another: then it gives the same messages with the same receipt handles, hidden
/// anew. Source: SQS API Reference, ReceiveMessage (ReceiveRequestAttemptId).
/// </summary>
internal sealed class Attempt(Call call, Place place, string id)
{
    private readonly string _what = Places.Digest(id);

    /// <summary>The messages of the first attempt, hidden anew; null where there was none, or their time has run
    /// out.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterValue: one of them was deleted or changed.</exception>
    public List<Taken>? Again(Box box, TimeSpan hidden)
    {
        var seen = Remembered.Find(
            call.Read(Tables.Attempts, place.Scope), call, (place.Queue.Id, _what), static r => r.At);
        if (seen is null || seen.Space != place.Queue.Space || seen.Due <= call.Now)
            return null;
        return [.. seen.Items.Select((item, i) => Again(box, seen, i, hidden))];
    }

    /// <summary>Remembers what was given.</summary>
    public void Keep(Box box, IReadOnlyList<Taken> taken, TimeSpan hidden)
    {
        if (taken.Count == 0 || hidden == TimeSpan.Zero)
            return;
        var rows = call.Write(Tables.Attempts, place.Scope);
        var first = Remembered.Find(rows, call, (place.Queue.Id, _what), static r => r.At);
        var at = first is not null && first.Due > call.Now ? first.At : call.Now;
        rows.Put(new(
            first is not null && first.Due > call.Now ? first.Key : Remembered.Key(call, place.Queue.Id, _what),
            at,
            place.Queue.Space,
            [.. taken.Select(one => Places.ItemOf(one.Message.Key))],
            [.. taken.Select(one => one.Count)],
            call.Now + hidden));
        box.Remember();
    }

    private Taken Again(Box box, AttemptRecord seen, int index, TimeSpan hidden) =>
        box.Renew(seen.Items[index], seen.Counts[index], seen.Due, hidden)
        ?? throw Errors.Value(
            id, "ReceiveRequestAttemptId",
            "The receiveRequestAttemptId is not valid anymore since the receive call is not retryable.");
}
