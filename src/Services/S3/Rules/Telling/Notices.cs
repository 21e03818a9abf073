using Orrery.Contracts.Delivery;
using Orrery.Contracts.Events;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Delivering;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Telling;

/// <summary>
/// Tells who wants to know what happened to objects, as part of the call that did it. A destination that is gone, or
/// that does not let S3 any more, is not told. Source: S3 user guide, "Amazon S3 Event Notifications", "Using
/// EventBridge".
/// </summary>
internal static class Notices
{
    /// <summary>Tells of a version.</summary>
    public static void Tell(
        Call call, Place place, VersionRecord version, Notice notice, Unreplicated? failure = null)
    {
        if (Kept.Find<GetBucketNotificationConfigurationResult>(place.Bucket) is not { } wanted) return;
        var told = new Happening(place, version, notice, Sequencers.Next(call)) { Failure = failure };
        foreach (var listener in Listeners.Of(wanted))
        {
            if (!listener.Hears(notice.Event, version.Key)) continue;
            var body = NoticeTexts.Record(call, told, listener.Id);
            Deliver(call, Of(place, listener.Arn, body));
        }

        if (wanted.EventBridgeConfiguration is null || notice.Detail is not { } detail) return;
        if (call.FindPort<IEventBus>() is not { } bus || !bus.Hears(call, place.Scope)) return;
        bus.Put(call, new(
            place.Scope, "aws.s3", detail, [$"arn:aws:s3:::{place.Name}"], NoticeTexts.Detail(call, told)));
    }

    /// <summary>Tells new destinations that they will be told.</summary>
    /// <exception cref="ServiceException">InvalidArgument: one does not take it, as a queue whose key cannot be used
    /// (S3 user guide, "Granting permissions to publish event notification messages").</exception>
    public static void Test(Call call, Place place, GetBucketNotificationConfigurationResult wanted)
    {
        foreach (var arn in Listeners.Of(wanted).Select(static listener => listener.Arn).Distinct())
        {
            if (Deliver(call, Of(place, arn, NoticeTexts.Test(call, place))) is not null)
                throw Listeners.Unfit(arn, "Unable to publish a test message to the destination");
        }
    }

    /// <summary>What is handed to a destination.</summary>
    public static Delivery Of(Place place, string arn, string body) =>
        new(arn, Deliveries.Service, $"arn:aws:s3:::{place.Name}", body)
        {
            SourceAccount = place.Scope.Account,
            Subject = "Amazon S3 Notification",
        };

    // What a destination refuses only when it gets it (as queues do whose key cannot be used) is lost: what happened to
    // the object has happened.
    private static DeliveryObstacle? Deliver(Call call, Delivery what)
    {
        try
        {
            return Destinations.TryDeliver(call, what);
        }
        catch (ServiceException refusal)
        {
            return new(ObstacleKind.Refused, refusal.Message);
        }
    }
}
