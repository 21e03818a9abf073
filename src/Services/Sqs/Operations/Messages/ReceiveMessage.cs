using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Rules;
using Orrery.Services.Sqs.Views;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Messages;

/// <summary>
/// Receives messages, and waits for some where the request or the queue says so. All of a queue is looked at, as AWS
/// does when polling is long; a short poll of AWS may miss some. Source: SQS API Reference, ReceiveMessage.
/// </summary>
public sealed class ReceiveMessage : IWaitingOperation<ReceiveMessageRequest, ReceiveMessageResult>
{
    private const int Batch = 100;

    /// <inheritdoc/>
    public ReceiveMessageResult Run(ReceiveMessageRequest request, Call call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        var most = request.MaxNumberOfMessages ?? 1;
        Check(request, place, most);
        var asked = MessageView.Asked(request);
        var hidden = TimeSpan.FromSeconds(request.VisibilityTimeout ?? place.Queue.VisibilityTimeout);
        var box = Box.Open(call, place);
        var attempt = place.Queue.IsFifo && request.ReceiveRequestAttemptId is { } id
            ? new Attempt(call, place, id)
            : null;
        var taken = attempt?.Again(box, hidden)
            ?? Take(box, place, most, hidden, WaitOf(request, place) > TimeSpan.Zero);
        QueueKeys.CheckReading(call, place, taken);
        attempt?.Keep(box, taken, hidden);
        box.Close();
        return new()
        {
            Messages = taken.Count == 0
                ? null
                : [.. taken.Select(one => MessageView.Of(one, asked, request.MessageAttributeNames ?? []))],
        };
    }

    /// <inheritdoc/>
    public Wait? Waits(ReceiveMessageRequest request, ReceiveMessageResult result, ReadCall call)
    {
        if (result.Messages is not null)
            return null;
        var place = QueueNames.Of(call, request.QueueUrl);
        var span = WaitOf(request, place);
        return span == TimeSpan.Zero
            ? null
            : new(call.Now + span, Tables.Tallies, place.Scope, place.Queue.Space, read => ReadyAt(read, place));
    }

    /// <summary>Where the queue is gone or purged meanwhile, another run tells what is now.</summary>
    private static DateTimeOffset? ReadyAt(ReadCall call, Place place) =>
        QueueNames.Find(call, place.Scope, place.Queue.Name) is { } now && now.Queue.Space == place.Queue.Space
            ? Counts.ReadyAt(call, now)
            : call.Now;

    private static List<Taken> Take(Box box, Place place, int most, TimeSpan hidden, bool isLong)
    {
        box.Lapse(Batch);
        var room = InFlightRules.Room(box.InFlight, isSilent: place.Queue.IsFifo || isLong);
        return room == 0 ? [] : box.Take(Math.Min(most, room), hidden);
    }

    private static TimeSpan WaitOf(ReceiveMessageRequest request, Place place) =>
        TimeSpan.FromSeconds(request.WaitTimeSeconds ?? place.Queue.ReceiveMessageWaitTimeSeconds);

    private static void Check(ReceiveMessageRequest request, Place place, int most)
    {
        if (most is < 1 or > 10)
            throw Errors.Value(most, "MaxNumberOfMessages", "Must be between 1 and 10, if provided.");
        if (request.WaitTimeSeconds is < 0 or > 20)
            throw Errors.Value(request.WaitTimeSeconds, "WaitTimeSeconds", "Must be >= 0 and <= 20, if provided.");
        if (request.VisibilityTimeout is < 0 or > 43_200)
            throw Errors.Value(
                request.VisibilityTimeout, "VisibilityTimeout", "Must be between 0 and 43200, if provided.");
        MessageRules.CheckToken(request.ReceiveRequestAttemptId, "ReceiveRequestAttemptId");
        if (request.ReceiveRequestAttemptId is { } id && !place.Queue.IsFifo)
            throw Errors.Value(
                id, "ReceiveRequestAttemptId",
                "The request includes a parameter that is not valid for this queue type.");
    }
}
