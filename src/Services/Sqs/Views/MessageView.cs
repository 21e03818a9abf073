using System.Globalization;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Records;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Views;

/// <summary>Received messages as AWS writes them.</summary>
internal static class MessageView
{
    private static readonly string[] SystemNames =
    [
        "SenderId", "SentTimestamp", "ApproximateReceiveCount", "ApproximateFirstReceiveTimestamp", "SequenceNumber",
        "MessageDeduplicationId", "MessageGroupId", "AWSTraceHeader", "DeadLetterQueueSourceArn",
    ];

    /// <summary>Refuses a system attribute that there is not.</summary>
    public static IReadOnlyList<string> Asked(ReceiveMessageRequest request)
    {
        IReadOnlyList<string> asked =
            [.. request.AttributeNames ?? [], .. request.MessageSystemAttributeNames ?? []];
        foreach (var name in asked)
        {
            // The old list takes the names of queue attributes too; they say nothing of a message.
            if (name != "All" && !SystemNames.Contains(name) && name != "SqsManagedSseEnabled")
                throw Errors.AttributeName(name);
        }
        return asked.Contains("All") ? SystemNames : asked;
    }

    /// <summary>A message.</summary>
    public static Message Of(Taken taken, IReadOnlyList<string> system, IReadOnlyList<string> names)
    {
        var message = taken.Message;
        var attributes = names.Count == 0 ? null : Selected(message.Attributes, names);
        var receipt = new Receipt(
            message.Key.Value[..message.Key.Value.IndexOf('/', StringComparison.Ordinal)],
            Places.ItemOf(message.Key), taken.Count);
        return new()
        {
            MessageId = message.Id,
            ReceiptHandle = receipt.Handle,
            MD5OfBody = AttributeDigest.OfBody(message.Body),
            Body = message.Body,
            Attributes = system.Count == 0 ? null : System(taken, system),
            MD5OfMessageAttributes = AttributeDigest.Of(attributes),
            MessageAttributes = attributes is { Count: > 0 }
                ? attributes.ToDictionary(a => a.Name, View, StringComparer.Ordinal)
                : null,
        };
    }

    private static Dictionary<string, string> System(Taken taken, IReadOnlyList<string> names)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (System(taken, name) is { } value)
                values[name] = value;
        }
        return values;
    }

    private static string? System(Taken taken, string name) => name switch
    {
        "SenderId" => taken.Message.SenderId,
        "SentTimestamp" => Milliseconds(taken.Message.SentAt),
        "ApproximateReceiveCount" => taken.Count.ToString(CultureInfo.InvariantCulture),
        "ApproximateFirstReceiveTimestamp" => Milliseconds(taken.FirstReceivedAt!.Value),
        "SequenceNumber" => taken.Message.SequenceNumber,
        "MessageDeduplicationId" => taken.Message.DeduplicationId,
        "MessageGroupId" => taken.Message.GroupId,
        "AWSTraceHeader" => taken.Message.TraceHeader,
        "DeadLetterQueueSourceArn" => taken.Message.SourceArn,
        _ => null,
    };

    private static string Milliseconds(DateTimeOffset at) =>
        at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>All, by name, or by a beginning before <c>.*</c>.</summary>
    private static List<AttributeRecord> Selected(
        IReadOnlyList<AttributeRecord>? attributes, IReadOnlyList<string> names) =>
        [.. (attributes ?? []).Where(a => names.Any(name => IsMeant(a.Name, name)))];

    private static bool IsMeant(string attribute, string name) =>
        name is "All" or ".*" or "*" || name == attribute
        || (name.EndsWith(".*", StringComparison.Ordinal)
            && attribute.StartsWith(name[..^2], StringComparison.Ordinal));

    private static MessageAttributeValue View(AttributeRecord attribute) => new()
    {
        DataType = attribute.Type,
        StringValue = attribute.Text,
        BinaryValue = attribute.Bytes is { } bytes ? new ReadOnlyMemory<byte>(bytes) : (ReadOnlyMemory<byte>?)null,
    };
}
