using Orrery.Contracts.Delivery;
using Orrery.Kernel.Calls;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Messages;
using Orrery.Services.Sns.Rules;

namespace Orrery.Services.Sns.Ports;

/// <summary>Topics take what other services tell them.</summary>
internal sealed class TopicDestination : IDestination
{
    /// <inheritdoc/>
    public string Service => "sns";

    /// <inheritdoc/>
    public DeliveryObstacle? Obstacle(ReadCall call, Contracts.Delivery.Delivery delivery)
    {
        if (SnsArn.Find(delivery.TargetArn) is not { Subscription: null } arn)
            return new(ObstacleKind.NoResource, $"{delivery.TargetArn} is not the ARN of a topic");
        if (call.Read(Tables.Topics, arn.Scope).Find(new(arn.Topic)) is not { } topic)
            return new(ObstacleKind.NoResource, $"The topic {arn} does not exist");
        var what = Of(delivery);
        if (what.Message.Length == 0) return new(ObstacleKind.Refused, "The message is empty");
        if (PublicationRules.Size(what) > PublicationRules.MostBytes)
            return new(ObstacleKind.Refused, "The message is too long");
        return topic.IsFifo && (what.GroupId is null
                || (what.DeduplicationId is null && !topic.Has("ContentBasedDeduplication")))
            ? new(
                ObstacleKind.Refused,
                $"The FIFO topic {arn} needs a message group, and by what it knows the message again")
            : TopicKeys.Obstacle(call, arn, topic, delivery);
    }

    /// <inheritdoc/>
    public void Deliver(Call call, Contracts.Delivery.Delivery delivery)
    {
        if (Obstacle(call, delivery) is { } obstacle) throw Errors.InvalidParameter(obstacle.Text);
        var arn = SnsArn.OfTopic(delivery.TargetArn);
        var isFifo = call.Read(Tables.Topics, arn.Scope).Find(new(arn.Topic))!.IsFifo;
        var what = Of(delivery);
        Publisher.Publish(call, arn, isFifo ? what : what with { DeduplicationId = null });
    }

    private static Publication Of(Contracts.Delivery.Delivery delivery) =>
        new(delivery.Body, delivery.Subject, [.. delivery.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal)])
        {
            GroupId = delivery.GroupId, DeduplicationId = delivery.DeduplicationId,
        };
}
