using System.Text;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Records;
using Orrery.Services.Sqs.Rules;
using Orrery.Services.Sqs.Sending;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Messages;

/// <summary>Sends up to ten messages of 1 MiB together; each may fail by itself. Source: botocore model.</summary>
public sealed class SendMessageBatch : IWriteOperation<SendMessageBatchRequest, SendMessageBatchResult>
{
    /// <inheritdoc/>
    public SendMessageBatchResult Run(SendMessageBatchRequest request, Call call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        var entries = request.Entries ?? [];
        BatchRules.Check([.. entries.Select(entry => entry.Id)]);
        Check(place.Queue, entries);
        var box = Box.Open(call, place);
        var sender = Sender.To(call, place, box);
        var (done, failed) = BatchRules.Each(entries, static entry => entry.Id, entry => Send(sender, entry));
        box.Close();
        return new() { Successful = done, Failed = failed };
    }

    private static void Check(QueueRecord queue, IReadOnlyList<SendMessageBatchRequestEntry> entries)
    {
        var size = entries.Sum(Size);
        if (size > MessageRules.LargestBatch)
            throw new ServiceException(
                "BatchRequestTooLong",
                $"Batch requests cannot be longer than {MessageRules.LargestBatch} bytes. You have sent {size} bytes.");
        foreach (var entry in entries)
            Sender.CheckFifo(queue, DraftOf(entry), isBatch: true);
    }

    private static int Size(SendMessageBatchRequestEntry entry) =>
        Encoding.UTF8.GetByteCount(entry.MessageBody ?? "")
        + (entry.MessageAttributes ?? new Dictionary<string, MessageAttributeValue>()).Sum(a =>
            Encoding.UTF8.GetByteCount(a.Key) + Encoding.UTF8.GetByteCount(a.Value.DataType ?? "")
            + Encoding.UTF8.GetByteCount(a.Value.StringValue ?? "") + (a.Value.BinaryValue?.Length ?? 0));

    private static SendMessageBatchResultEntry Send(Sender sender, SendMessageBatchRequestEntry entry)
    {
        var sent = sender.Send(DraftOf(entry));
        return new()
        {
            Id = entry.Id,
            MessageId = sent.MessageId,
            SequenceNumber = sent.SequenceNumber,
            MD5OfMessageBody = sent.Body,
            MD5OfMessageAttributes = sent.Attributes,
            MD5OfMessageSystemAttributes = sent.SystemAttributes,
        };
    }

    private static Draft DraftOf(SendMessageBatchRequestEntry entry) => new()
    {
        Body = entry.MessageBody,
        DelaySeconds = entry.DelaySeconds,
        Attributes = entry.MessageAttributes,
        SystemAttributes = entry.MessageSystemAttributes,
        GroupId = entry.MessageGroupId,
        DeduplicationId = entry.MessageDeduplicationId,
    };
}
