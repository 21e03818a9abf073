using System.Text.Json;
using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Filtering;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns.Rules;

/// <summary>
/// What the attributes of a subscription may be. Sources: Amazon SNS API Reference, Subscribe and
/// SetSubscriptionAttributes.
/// </summary>
internal static class SubscriptionAttributes
{
    /// <summary>The scope of a filter policy that looks at the message's body.</summary>
    public const string Body = "MessageBody";

    /// <summary>The attributes with one changed, after all rules; null or empty takes it away.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static SortedDictionary<string, string> With(
        ReadCall call, SubscriptionRecord subscription, string name, string? value)
    {
        SortedDictionary<string, string> all = new(subscription.Attributes, StringComparer.Ordinal);
        if (value is null or "" || (name == "FilterPolicy" && IsEmpty(value)))
        {
            Check(call, subscription, name, null);
            all.Remove(name);
        }
        else
        {
            Check(call, subscription, name, value);
            all[name] = value;
        }

        if (all.TryGetValue("FilterPolicy", out var policy))
            FilterParser.Parse(policy, all.GetValueOrDefault("FilterPolicyScope") == Body);
        return all;
    }

    private static void Check(ReadCall call, SubscriptionRecord subscription, string name, string? value)
    {
        var isHttp = subscription.Protocol is "http" or "https";
        switch (name)
        {
            case "FilterPolicy":
                break;
            case "FilterPolicyScope" when value is null or Body or "MessageAttributes":
                break;
            case "RawMessageDelivery" when value is null or "true" or "false":
                if (value == "true" && !isHttp && subscription.Protocol is not ("sqs" or "firehose"))
                    throw Errors.InvalidParameter(
                        "Attributes Reason: Delivery protocol [" + subscription.Protocol
                        + "] does not support raw message delivery.");
                break;
            case "DeliveryPolicy" when isHttp:
                if (value is not null) DeliveryPolicies.OfSubscription(value);
                break;
            case "DeliveryPolicy":
                throw Errors.InvalidParameter("DeliveryPolicy Reason: only for the protocols http and https");
            case "RedrivePolicy":
                if (value is not null) CheckRedrive(call, subscription, value);
                break;
            case "SubscriptionRoleArn" when subscription.Protocol == "firehose":
                break;
            case "ReplayPolicy":
                throw Errors.NotServed($"the subscription attribute {name}");
            case "FilterPolicyScope" or "RawMessageDelivery":
                throw Errors.InvalidParameter($"{name}: Invalid value [{value}]");
            default:
                throw Errors.InvalidParameter("AttributeName");
        }
    }

    /// <summary>The queue that a redrive policy names.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static string DeadLetterQueue(string policy)
    {
        try
        {
            using var json = JsonDocument.Parse(policy);
            if (json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("deadLetterTargetArn", out var arn)
                && json.RootElement.EnumerateObject().Count() == 1
                && arn.ValueKind == JsonValueKind.String
                && arn.GetString()!.Split(':') is ["arn", _, "sqs", _, _, { Length: > 0 }])
                return arn.GetString()!;
        }
        catch (JsonException)
        {
            // Refused below, like JSON of another form.
        }

        throw Errors.InvalidParameter("RedrivePolicy: deadLetterTargetArn is an invalid arn");
    }

    // Queue and topic are of one region and account, and of one type ("Amazon SNS dead-letter queues").
    private static void CheckRedrive(ReadCall call, SubscriptionRecord subscription, string policy)
    {
        var arn = DeadLetterQueue(policy);
        if (!Destinations.Knows(call, arn)) throw Errors.NotServed($"dead-letter queues at {arn}");
        if (arn.Split(':')[3] != subscription.Arn.Split(':')[3])
            throw Errors.InvalidParameter("RedrivePolicy: the queue must be in the region of the subscription");
        var isFifo = subscription.Topic.EndsWith(".fifo", StringComparison.Ordinal);
        if (isFifo != arn.EndsWith(".fifo", StringComparison.Ordinal))
            throw Errors.InvalidParameter(
                $"RedrivePolicy: must use a {(isFifo ? "FIFO" : "standard")} queue as DLQ for a "
                + $"{(isFifo ? "FIFO" : "standard")} topic");
    }

    private static bool IsEmpty(string policy) =>
        policy.AsSpan().Trim() is ['{', .. var inner, '}'] && inner.IsWhiteSpace();
}
