using System.Net.Mail;
using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Messages;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns.Rules;

/// <summary>Which subscriptions there can be. Source: Amazon SNS API Reference, Subscribe.</summary>
internal static class SubscriptionRules
{
    /// <summary>Refuses an endpoint that a protocol does not have, and by name what is not served.</summary>
    /// <param name="call">The call.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="attributes">The attributes that are asked for.</param>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static void CheckEndpoint(
        ReadCall call, TopicRecord topic, string protocol, string endpoint,
        IReadOnlyDictionary<string, string>? attributes)
    {
        // SNS Developer Guide, "Message delivery for FIFO topics": queues, FIFO or standard.
        if (topic.IsFifo && protocol != "sqs")
            throw Errors.InvalidParameter($"Invalid protocol type: {protocol}");
        var isRight = protocol switch
        {
            "http" or "https" => Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme == protocol,
            "email" or "email-json" => MailAddress.TryCreate(endpoint, out var mail) && mail.Address == endpoint,
            "sms" => IsPhone(endpoint),
            "sqs" or "lambda" or "firehose" => endpoint.Split(':') is ["arn", _, { } service, _, { Length: 12 }, _, ..]
                && service == protocol,
            "application" => throw Errors.NotServed("the protocol application: there are no mobile applications"),
            _ => throw Errors.InvalidParameter($"Amazon SNS does not support this protocol string: {protocol}"),
        };
        if (!isRight) throw Errors.InvalidParameter($"{protocol} Endpoint Reason: '{endpoint}' is none");
        if (protocol is "sqs" or "lambda" or "firehose" && !Destinations.Knows(call, endpoint))
            throw Errors.NotServed($"the protocol {protocol}: no service takes deliveries to {endpoint}");
        if (protocol == "sqs" && !topic.IsFifo && endpoint.EndsWith(".fifo", StringComparison.Ordinal))
        {
            throw Errors.InvalidParameter(
                "Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics");
        }

        if (protocol == "firehose" && attributes?.ContainsKey("SubscriptionRoleArn") != true)
            throw Errors.InvalidParameter("SubscriptionRoleArn is required for firehose protocol");
    }

    /// <summary>Whether nobody has to confirm: the endpoint is the caller's own, or a phone.</summary>
    public static bool NeedsNoConfirmation(SubscriptionRecord wanted, string account) => wanted.Protocol switch
    {
        "sms" => true,
        "sqs" or "lambda" or "firehose" => wanted.Endpoint.Split(':')[4] == account,
        _ => false,
    };

    /// <summary>Refuses what a subscription of the same endpoint is not.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static void CheckAlike(SubscriptionRecord existing, SubscriptionRecord wanted)
    {
        if (wanted.Attributes.Any(a => (existing.Attribute(a.Key) ?? Default(a.Key)) != a.Value))
            throw Errors.InvalidParameter("Attributes Reason: Subscription already exists with different attributes");
    }

    /// <summary>Refuses one subscription too many.</summary>
    /// <exception cref="Core.ServiceException">SubscriptionLimitExceeded, FilterPolicyLimitExceeded.</exception>
    public static void CheckLimits(ReadCall call, SnsArn arn, TopicRecord topic, SubscriptionRecord wanted)
    {
        var subscriptions = call.Read(Tables.Subscriptions, arn.Scope);
        var most = TopicRules.Limit(call, topic.IsFifo ? SnsQuotas.FifoSubscriptions : SnsQuotas.Subscriptions);
        if (subscriptions.CountBy(Tables.SubscriptionsByTopic, arn.Topic) >= most) throw Errors.TooManySubscriptions();
        if (wanted.State == SubscriptionState.Pending
            && subscriptions.CountBy(Tables.SubscriptionsByState, nameof(SubscriptionState.Pending))
                >= TopicRules.Limit(call, SnsQuotas.Pending))
            throw Errors.TooManySubscriptions();
        if (wanted.Attribute("FilterPolicy") is not null) CheckFilters(call, arn);
    }

    /// <summary>Refuses one filter policy too many.</summary>
    /// <exception cref="Core.ServiceException">FilterPolicyLimitExceeded.</exception>
    public static void CheckFilters(ReadCall call, SnsArn arn)
    {
        if (call.Read(Tables.Subscriptions, arn.Scope).CountBy(Tables.FiltersByTopic, arn.Topic)
            >= TopicRules.Limit(call, SnsQuotas.Filters))
            throw Errors.TooManyFilters();
    }

    private static string? Default(string attribute) => attribute switch
    {
        "RawMessageDelivery" => "false",
        "FilterPolicyScope" => "MessageAttributes",
        _ => null,
    };

    private static bool IsPhone(string endpoint)
    {
        PhoneNumbers.Check(endpoint);
        return true;
    }
}
