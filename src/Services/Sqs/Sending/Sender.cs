using System.Security.Cryptography;
using System.Text;
using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Records;
using Orrery.Services.Sqs.Rules;

namespace Orrery.Services.Sqs.Sending;

/// <summary>Sends messages to one queue within a call. Source: SQS API Reference, SendMessage.</summary>
internal sealed class Sender(Call call, Place place, Box box, KeyUser? user = null)
{
    private readonly string? _keyArn = QueueKeys.ForSending(call, place, user);

    /// <summary>Opens a sender; close its box when all is sent.</summary>
    /// <param name="call">The call.</param>
    /// <param name="place">The queue.</param>
    /// <param name="box">Its messages.</param>
    /// <param name="user">The service that sends; null where the caller does.</param>
    /// <exception cref="ServiceException">KmsAccessDenied, KmsDisabled …: who sends may not use the queue's key.
    /// </exception>
    public static Sender To(Call call, Place place, Box box, KeyUser? user = null) => new(call, place, box, user);

    /// <summary>Refuses what lacks a group or deduplication id that the queue needs.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="draft">The message.</param>
    /// <param name="isBatch">A batch is refused as a whole, and with another code.</param>
    public static void CheckFifo(QueueRecord queue, Draft draft, bool isBatch)
    {
        if (!queue.IsFifo)
            return;
        if (string.IsNullOrEmpty(draft.GroupId))
            throw isBatch
                ? Errors.Value("The request must contain the parameter MessageGroupId.")
                : Errors.Missing("MessageGroupId");
        if (string.IsNullOrEmpty(draft.DeduplicationId) && !queue.ContentBasedDeduplication)
            throw Errors.Value(
                "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided "
                + "explicitly");
    }

    /// <summary>Sends a message.</summary>
    public Sent Send(Draft draft)
    {
        MessageRules.CheckBody(draft.Body);
        var body = draft.Body!;
        var attributes = MessageRules.Attributes(draft.Attributes);
        if (MessageRules.Size(body, attributes) > place.Queue.MaximumMessageSize)
            throw Errors.Value(
                "One or more parameters are invalid. Reason: Message must be shorter than "
                + $"{place.Queue.MaximumMessageSize} bytes.");
        var trace = MessageRules.TraceHeader(draft.SystemAttributes);
        CheckIds(draft);
        var message = new MessageRecord
        {
            Key = default,
            Id = Uuids.New(call),
            Body = body,
            SenderId = user?.Principal ?? call.Caller.UserId,
            SentAt = call.Now,
            Attributes = attributes,
            TraceHeader = trace,
            KeyArn = _keyArn,
            GroupId = draft.GroupId,
            DeduplicationId = place.Queue.IsFifo ? draft.DeduplicationId ?? ContentId(body) : null,
        };
        var (id, sequence) = place.Queue.IsFifo ? Once(message) : Put(message, DelayOf(draft));
        var system = trace is null ? null : AttributeDigest.Of([new("AWSTraceHeader", "String", trace)]);
        return new(id, sequence, AttributeDigest.OfBody(body), AttributeDigest.Of(attributes), system);
    }

    private void CheckIds(Draft draft)
    {
        MessageRules.CheckToken(draft.GroupId, "MessageGroupId");
        MessageRules.CheckToken(draft.DeduplicationId, "MessageDeduplicationId");
        if (!place.Queue.IsFifo && draft.DeduplicationId is { } id)
            throw Errors.Value(
                id, "MessageDeduplicationId",
                "The request includes a parameter that is not valid for this queue type.");
        CheckFifo(place.Queue, draft, isBatch: false);
        if (place.Queue.IsFifo && draft.DelaySeconds is > 0 and var delay)
            throw Errors.Value(
                delay, "DelaySeconds", "The request include parameter that is not valid for this queue type.");
        if (draft.DelaySeconds is < 0 or > 900)
            throw Errors.Value(draft.DelaySeconds, "DelaySeconds", "DelaySeconds must be >= 0 and <= 900.");
    }

    private TimeSpan DelayOf(Draft draft) => TimeSpan.FromSeconds(draft.DelaySeconds ?? place.Queue.DelaySeconds);

    /// <summary>A FIFO queue takes a message once in five minutes, and gives the first one's ids for the
    /// others.</summary>
    private (string Id, string? Sequence) Once(MessageRecord message)
    {
        var scope = place.Queue.DeduplicationScope == "messageGroup" ? message.GroupId + "\n" : "";
        var what = Places.Digest(scope + message.DeduplicationId);
        var rows = call.Write(Tables.Dedups, place.Scope);
        if (Remembered.Find(rows, call, (place.Queue.Id, what), static r => r.At) is { } seen)
            return (seen.MessageId, seen.SequenceNumber);
        var put = Put(message, TimeSpan.FromSeconds(place.Queue.DelaySeconds));
        rows.Put(new(Remembered.Key(call, place.Queue.Id, what), call.Now, put.Id, put.Sequence!));
        box.Remember();
        return put;
    }

    private (string Id, string? Sequence) Put(MessageRecord message, TimeSpan delay)
    {
        var put = box.Add(message, delay, 0, null);
        return (put.Id, put.SequenceNumber);
    }

    private static string ContentId(string body) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
}
