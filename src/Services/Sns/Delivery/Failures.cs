using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Ids;

namespace Orrery.Services.Sns.Delivery;

/// <summary>
/// Counts notifications that could not be delivered, as CloudWatch shows it. Source: SNS Developer Guide, "Monitoring
/// Amazon SNS topics using CloudWatch". Other metrics of SNS are not kept.
/// </summary>
internal static class Failures
{
    /// <summary>Counts a notification that failed for good.</summary>
    /// <param name="call">The call; metrics are of its account and region.</param>
    /// <param name="topic">The topic: a failure elsewhere is not counted.</param>
    /// <param name="isKept">Whether the dead-letter queue took it; null where there is none.</param>
    public static void Count(Call call, SnsArn topic, bool? isKept)
    {
        if (call.FindPort<IMetrics>() is not { } metrics || topic.Scope != call.Scope) return;
        Put("NumberOfNotificationsFailed");
        if (isKept is { } kept)
            Put(kept ? "NumberOfNotificationsRedrivenToDlq" : "NumberOfNotificationsFailedToRedriveToDlq");

        void Put(string name) => metrics.Put(
            call, new("AWS/SNS", name, [new("TopicName", topic.Topic)]), MetricSample.Of(call.Now, 1), "Count");
    }
}
