using System.Text;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Messages;
using Orrery.Services.Sns.Rules;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Publishing;

/// <summary>Publishes up to ten messages; each succeeds or fails by itself.</summary>
public sealed class PublishBatch : IWriteOperation<PublishBatchRequest, PublishBatchResult>
{
    private const int Most = 10;
    private const int LongestId = 80;

    /// <inheritdoc/>
    public PublishBatchResult Run(PublishBatchRequest request, Call call)
    {
        var arn = SnsArn.OfTopic(request.TopicArn);
        var entries = request.PublishBatchRequestEntries!;
        var topic = Publisher.Topic(call, arn);
        Check(entries);
        TopicKeys.Check(call, arn, topic);
        List<PublishBatchResultEntry> successful = [];
        List<BatchResultErrorEntry> failed = [];
        foreach (var entry in entries)
        {
            try
            {
                var sent = Publisher.Publish(call, arn, PublicationRules.Read(Single(entry)));
                successful.Add(new()
                {
                    Id = entry.Id, MessageId = sent.MessageId, SequenceNumber = sent.SequenceNumber,
                });
            }
            catch (ServiceException refusal) when (refusal.Status < 500)
            {
                // Publishing refuses before it writes, so that nothing of this entry is left.
                failed.Add(new()
                {
                    Id = entry.Id, Code = refusal.Code, Message = refusal.Message, SenderFault = true,
                });
            }
        }

        return new() { Successful = successful, Failed = failed };
    }

    private static void Check(IReadOnlyList<PublishBatchRequestEntry> entries)
    {
        if (entries.Count == 0)
            throw new ServiceException("EmptyBatchRequest", "The batch request doesn't contain any entries.");
        if (entries.Count > Most)
        {
            throw new ServiceException(
                "TooManyEntriesInBatchRequest", "The batch request contains more entries than permissible.");
        }

        if (entries.Any(e => e.Id is not { Length: > 0 and <= LongestId }
            || !e.Id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
        {
            throw new ServiceException(
                "InvalidBatchEntryId", "The Id of a batch entry in a batch request is not valid.");
        }

        if (entries.DistinctBy(e => e.Id).Count() != entries.Count)
        {
            throw new ServiceException(
                "BatchEntryIdsNotDistinct", "Two or more batch entries in the request have the same Id.");
        }

        if (entries.Sum(SizeOf) > PublicationRules.MostBytes)
        {
            throw new ServiceException(
                "BatchRequestTooLong", "The length of all the batch messages put together is more than the limit.");
        }
    }

    private static int SizeOf(PublishBatchRequestEntry entry)
    {
        var attributes = (entry.MessageAttributes ?? new Dictionary<string, MessageAttributeValue>()).Sum(a =>
            Encoding.UTF8.GetByteCount(a.Key) + Encoding.UTF8.GetByteCount(a.Value.DataType ?? "")
            + Encoding.UTF8.GetByteCount(a.Value.StringValue ?? "") + (a.Value.BinaryValue?.Length ?? 0));
        return Encoding.UTF8.GetByteCount(entry.Message ?? "") + attributes;
    }

    private static PublishRequest Single(PublishBatchRequestEntry entry) => new()
    {
        Message = entry.Message,
        Subject = entry.Subject,
        MessageStructure = entry.MessageStructure,
        MessageAttributes = entry.MessageAttributes,
        MessageDeduplicationId = entry.MessageDeduplicationId,
        MessageGroupId = entry.MessageGroupId,
    };
}
