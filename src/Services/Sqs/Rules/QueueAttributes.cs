using System.Globalization;
using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Services.Sqs.Records;

namespace Orrery.Services.Sqs.Rules;

/// <summary>The attributes of queues that can be set. Source: SQS API Reference, CreateQueue,
/// SetQueueAttributes.</summary>
internal static class QueueAttributes
{
    private const int LargestPolicy = 8192;

    /// <summary>The queue with attributes set.</summary>
    public static QueueRecord Set(ReadCall call, QueueRecord queue, IReadOnlyDictionary<string, string>? attributes)
    {
        foreach (var (name, value) in attributes ?? new Dictionary<string, string>())
            queue = Set(call, queue, name, value);
        Check(attributes ?? new Dictionary<string, string>(), queue);
        return queue;
    }

    private static QueueRecord Set(ReadCall call, QueueRecord queue, string name, string value) => name switch
    {
        "DelaySeconds" => queue with { DelaySeconds = Number(name, value, 0, 900) },
        "MaximumMessageSize" => queue with { MaximumMessageSize = Number(name, value, 1024, 1_048_576) },
        "MessageRetentionPeriod" => queue with { MessageRetentionPeriod = Number(name, value, 60, 1_209_600) },
        "ReceiveMessageWaitTimeSeconds" => queue with { ReceiveMessageWaitTimeSeconds = Number(name, value, 0, 20) },
        "VisibilityTimeout" => queue with { VisibilityTimeout = Number(name, value, 0, 43_200) },
        "Policy" => queue with { Policy = Policy(value) },
        "RedrivePolicy" => RedriveRules.WithPolicy(call, queue, value),
        "RedriveAllowPolicy" => RedriveRules.WithAllowPolicy(queue, value),
        "KmsMasterKeyId" => queue with
        {
            KmsMasterKeyId = value.Length == 0 ? null : value,
            SqsManagedSseEnabled = value.Length == 0 && queue.SqsManagedSseEnabled,
        },
        "KmsDataKeyReusePeriodSeconds" => queue with
        {
            KmsDataKeyReusePeriodSeconds = Number(name, value, 60, 86_400),
        },
        "SqsManagedSseEnabled" => queue with { SqsManagedSseEnabled = Flag(name, value) },
        _ => SetOfFifo(queue, name, value),
    };

    private static QueueRecord SetOfFifo(QueueRecord queue, string name, string value)
    {
        switch (name)
        {
            case "FifoQueue" when queue.IsFifo:
                return Flag(name, value)
                    ? queue
                    : throw Errors.AttributeValue(name, "Modifying queue type is not supported.");
            case "ContentBasedDeduplication" when queue.IsFifo:
                return queue with { ContentBasedDeduplication = Flag(name, value) };
            case "DeduplicationScope" when queue.IsFifo:
                return queue with { DeduplicationScope = OneOf(name, value, "queue", "messageGroup") };
            case "FifoThroughputLimit" when queue.IsFifo:
                return queue with { FifoThroughputLimit = OneOf(name, value, "perQueue", "perMessageGroupId") };
            default:
                throw Errors.AttributeName(name);
        }
    }

    /// <summary>What attributes may not be together.</summary>
    private static void Check(IReadOnlyDictionary<string, string> given, QueueRecord queue)
    {
        if (queue.KmsMasterKeyId is not null && queue.SqsManagedSseEnabled && given.ContainsKey("SqsManagedSseEnabled"))
            throw new Core.ServiceException(
                "InvalidAttributeName",
                "You can use one type of server-side encryption (SSE) at one time. "
                + "You can either enable KMS SSE or SQS SSE.");
        if (queue is { FifoThroughputLimit: "perMessageGroupId", DeduplicationScope: not "messageGroup" })
            throw Errors.AttributeValue(
                "FifoThroughputLimit", "perMessageGroupId is allowed only when DeduplicationScope is messageGroup.");
    }

    private static int Number(string name, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most
            ? number
            : throw Errors.AttributeValue(name);

    private static bool Flag(string name, string value) =>
        OneOf(name, value.ToLowerInvariant(), "true", "false") == "true";

    private static string OneOf(string name, string value, string one, string other) =>
        value == one || value == other ? value : throw Errors.AttributeValue(name);

    private static string? Policy(string value)
    {
        if (value.Length == 0)
            return null;
        try
        {
            using var document = JsonDocument.Parse(value);
            if (value.Length <= LargestPolicy && document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("Statement", out _))
                return value;
        }
        catch (JsonException)
        {
            // Refused below.
        }
        throw Errors.AttributeValue("Policy");
    }
}
