using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Records;
using Orrery.Services.Sqs.Rules;

namespace Orrery.Services.Sqs.Views;

/// <summary>The attributes of a queue as AWS writes them.</summary>
internal static class AttributeView
{
    private static readonly string[] Names =
    [
        "Policy", "VisibilityTimeout", "MaximumMessageSize", "MessageRetentionPeriod", "ApproximateNumberOfMessages",
        "ApproximateNumberOfMessagesNotVisible", "CreatedTimestamp", "LastModifiedTimestamp", "QueueArn",
        "ApproximateNumberOfMessagesDelayed", "DelaySeconds", "ReceiveMessageWaitTimeSeconds", "RedrivePolicy",
        "FifoQueue", "ContentBasedDeduplication", "KmsMasterKeyId", "KmsDataKeyReusePeriodSeconds",
        "DeduplicationScope", "FifoThroughputLimit", "RedriveAllowPolicy", "SqsManagedSseEnabled",
    ];

    /// <summary>Those that were asked for and are set.</summary>
    public static Dictionary<string, string> Of(ReadCall call, Place place, IReadOnlyList<string> asked)
    {
        if (asked.FirstOrDefault(name => name != "All" && !Names.Contains(name)) is { } unknown)
            throw Errors.AttributeName(unknown);
        var wanted = asked.Contains("All") ? Names : asked;
        var counts = new Lazy<Counts>(() => Counts.Of(call, place));
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in wanted)
        {
            var value = name switch
            {
                "ApproximateNumberOfMessages" => Text(counts.Value.Visible),
                "ApproximateNumberOfMessagesNotVisible" => Text(counts.Value.InFlight),
                "ApproximateNumberOfMessagesDelayed" => Text(counts.Value.Delayed),
                "QueueArn" => place.Arn,
                _ => Of(place.Queue, name),
            };
            if (value is not null)
                attributes[name] = value;
        }
        return attributes;
    }

    /// <summary>An attribute that the queue itself has; null where it is not set.</summary>
    public static string? Of(QueueRecord queue, string name) => name switch
    {
        "Policy" => queue.Policy,
        "VisibilityTimeout" => Text(queue.VisibilityTimeout),
        "MaximumMessageSize" => Text(queue.MaximumMessageSize),
        "MessageRetentionPeriod" => Text(queue.MessageRetentionPeriod),
        "CreatedTimestamp" => Text(queue.CreatedAt.ToUnixTimeSeconds()),
        "LastModifiedTimestamp" => Text(queue.ModifiedAt.ToUnixTimeSeconds()),
        "DelaySeconds" => Text(queue.DelaySeconds),
        "ReceiveMessageWaitTimeSeconds" => Text(queue.ReceiveMessageWaitTimeSeconds),
        "RedrivePolicy" => queue.RedrivePolicy,
        "RedriveAllowPolicy" => queue.RedriveAllowPolicy,
        "KmsMasterKeyId" => queue.KmsMasterKeyId,
        "KmsDataKeyReusePeriodSeconds" when queue.KmsMasterKeyId is not null =>
            Text(queue.KmsDataKeyReusePeriodSeconds ?? 300),
        "SqsManagedSseEnabled" => Text(queue.SqsManagedSseEnabled),
        "FifoQueue" when queue.IsFifo => "true",
        "ContentBasedDeduplication" when queue.IsFifo => Text(queue.ContentBasedDeduplication),
        "DeduplicationScope" when queue.IsFifo => queue.DeduplicationScope,
        "FifoThroughputLimit" when queue.IsFifo => queue.FifoThroughputLimit,
        _ => null,
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(bool flag) => flag ? "true" : "false";
}
