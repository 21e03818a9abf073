using Orrery.Contracts.Delivery;
using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Sqs.Boxes;
using Orrery.Services.Sqs.Rules;
using Orrery.Services.Sqs.Sending;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Ports;

/// <summary>
/// Takes deliveries of other services into queues, as messages like all others. Whether the queue's policy lets them in
/// was asked before, by whoever offers <see cref="IDeliveryJudge"/>; whether its key does is asked here.
/// </summary>
internal sealed class QueueDestination : IDestination
{
    /// <inheritdoc/>
    public string Service => "sqs";

    /// <inheritdoc/>
    public DeliveryObstacle? Obstacle(ReadCall call, Delivery delivery)
    {
        if (QueueNames.OfArn(call, delivery.TargetArn) is not { } place)
            return new(ObstacleKind.NoResource, "The specified queue does not exist.");
        try
        {
            MessageRules.CheckBody(delivery.Body);
            var attributes = MessageRules.Attributes(Attributes(delivery));
            Sender.CheckFifo(place.Queue, DraftOf(place, delivery), isBatch: false);
            return MessageRules.Size(delivery.Body, attributes) > place.Queue.MaximumMessageSize
                ? new(
                    ObstacleKind.Refused, $"Message must be shorter than {place.Queue.MaximumMessageSize} bytes.")
                : QueueKeys.Obstacle(call, place, delivery);
        }
        catch (ServiceException refusal)
        {
            return new(ObstacleKind.Refused, refusal.Message);
        }
    }

    /// <inheritdoc/>
    public void Deliver(Call call, Delivery delivery)
    {
        var place = QueueNames.OfArn(call, delivery.TargetArn) ?? throw Errors.NoQueue();
        var box = Box.Open(call, place);
        Sender.To(call, place, box, KeyUser.Of(delivery)).Send(DraftOf(place, delivery));
        box.Close();
    }

    private static Draft DraftOf(Place place, Delivery delivery) => new()
    {
        Body = delivery.Body,
        Attributes = Attributes(delivery),
        SystemAttributes = Trace(delivery),
        GroupId = delivery.GroupId,
        DeduplicationId = place.Queue.IsFifo ? delivery.DeduplicationId : null,
    };

    private static Dictionary<string, MessageSystemAttributeValue>? Trace(Delivery delivery) =>
        delivery.TraceHeader is { } header
            ? new(StringComparer.Ordinal)
            {
                ["AWSTraceHeader"] = new() { DataType = "String", StringValue = header },
            }
            : null;

    private static Dictionary<string, MessageAttributeValue> Attributes(Delivery delivery) =>
        delivery.Attributes.ToDictionary(
            attribute => attribute.Name,
            attribute => new MessageAttributeValue
            {
                DataType = attribute.DataType,
                StringValue = attribute.Text,
                BinaryValue = attribute.Bytes is { } bytes
                    ? Convert.FromBase64String(bytes)
                    : (ReadOnlyMemory<byte>?)null,
            },
            StringComparer.Ordinal);
}
