using System.Text.Json;

namespace Orrery.Services.Sns.Rules;

/// <summary>
/// What the attributes of a topic may be. Sources: Amazon SNS API Reference, CreateTopic and SetTopicAttributes.
/// </summary>
internal static class TopicAttributes
{
    private const int LongestDisplayName = 100;

    // KMS API Reference, KeyId: the longest text that may name a key.
    private const int LongestKey = 2048;

    private static readonly string[] FifoOnly = ["ContentBasedDeduplication", "FifoThroughputScope"];

    private static readonly string[] SampleRates =
    [
        "ApplicationSuccessFeedbackSampleRate", "FirehoseSuccessFeedbackSampleRate",
        "HTTPSuccessFeedbackSampleRate", "LambdaSuccessFeedbackSampleRate", "SQSSuccessFeedbackSampleRate",
    ];

    private static readonly string[] Computed =
    [
        "TopicArn", "Owner", "SubscriptionsConfirmed", "SubscriptionsPending", "SubscriptionsDeleted",
        "EffectiveDeliveryPolicy", "BeginningArchiveTime",
    ];

    /// <summary>Refuses what an attribute cannot be, and by name what is not served.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static void Check(string name, string value, bool isFifo)
    {
        if (FifoOnly.Contains(name) && !isFifo)
            throw Errors.InvalidParameter($"{name} Reason: {name} can only be set on FIFO topics");
        var reason = name switch
        {
            "DisplayName" => value.Length > LongestDisplayName ? "DisplayName is too long" : null,
            "Policy" => IsObject(value) ? null : "Policy Error: null",
            "DeliveryPolicy" => DeliveryPolicies.OfTopic(value) is null ? "" : null,
            "FifoTopic" or "ContentBasedDeduplication" => value is "true" or "false" ? null : "must be true or false",
            "FifoThroughputScope" => value is "Topic" or "MessageGroup" ? null : "must be Topic or MessageGroup",
            TopicKeys.Name => value.Length <= LongestKey ? null : "KmsMasterKeyId is too long",
            "SignatureVersion" => value is "1" or "2" ? null : "must be 1 or 2",
            "TracingConfig" => value is "PassThrough" ? null
                : value is "Active" ? throw Errors.NotServed("the topic attribute TracingConfig Active")
                : "must be PassThrough or Active",
            // Nothing is logged here, which is what a rate of 0 asks for; Terraform sets it on every topic.
            _ when SampleRates.Contains(name) && value == "0" => null,
            _ => throw Unserved(name),
        };
        if (reason is not null) throw Errors.InvalidParameter($"{name} Reason: {reason}");
    }

    /// <summary>Whether a text is a JSON object.</summary>
    public static bool IsObject(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static Core.ServiceException Unserved(string name) => name switch
    {
        "ArchivePolicy" or "DataProtectionPolicy" =>
            Errors.NotServed($"the topic attribute {name}"),
        _ when name.Contains("Feedback", StringComparison.Ordinal) =>
            Errors.NotServed($"the topic attribute {name}: the status of deliveries is not logged"),
        _ when Computed.Contains(name) => Errors.InvalidParameter($"AttributeName Reason: {name} cannot be set"),
        _ => Errors.InvalidParameter("AttributeName"),
    };
}
