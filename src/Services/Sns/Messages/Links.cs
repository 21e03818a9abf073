using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Records;

namespace Orrery.Services.Sns.Messages;

/// <summary>
/// The links in messages: they lead to this program, unsigned, as AWS's do. The version is in them so that the
/// operation is found without a host name of AWS.
/// </summary>
internal static class Links
{
    /// <summary>Confirms a subscription.</summary>
    public static string Confirm(ReadCall call, SubscriptionRecord subscription)
    {
        var topic = SnsArn.Find(subscription.Arn)!.Value.TopicArn;
        return $"{Base(call)}?Action=ConfirmSubscription&TopicArn={Uri.EscapeDataString(topic)}"
            + $"&Token={subscription.Token}&Version=2010-03-31";
    }

    /// <summary>Ends a subscription.</summary>
    public static string Unsubscribe(ReadCall call, SubscriptionRecord subscription) =>
        $"{Base(call)}?Action=Unsubscribe&SubscriptionArn={Uri.EscapeDataString(subscription.Arn)}&Version=2010-03-31";

    private static string Base(ReadCall call) =>
        call.FindPort<IOwnAddress>()?.Endpoint.AbsoluteUri ?? "http://localhost:4566/";
}
