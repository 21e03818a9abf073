using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Messages;
using Orrery.Services.Sns.Rules;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Publishing;

/// <summary>Publishes a message to a topic, or sends one to a phone number, which lands in the outbox.</summary>
public sealed class Publish : IWriteOperation<PublishRequest, PublishResult>
{
    /// <inheritdoc/>
    public PublishResult Run(PublishRequest request, Call call)
    {
        string?[] targets = [request.TopicArn, request.TargetArn, request.PhoneNumber];
        if (targets.Count(target => target is not null) != 1)
        {
            throw Errors.InvalidParameter(
                "TopicArn or TargetArn Reason: exactly one of TopicArn, TargetArn and PhoneNumber is needed");
        }

        if (request.PhoneNumber is { } phone) return Text(request, phone, call);
        var target = request.TopicArn ?? request.TargetArn!;
        if (target.Split(':') is [_, _, "sns", _, _, { } kind, ..]
            && kind.StartsWith("endpoint/", StringComparison.Ordinal))
            throw Errors.NotServed("endpoints of mobile applications as TargetArn");
        var arn = SnsArn.OfTopic(target, request.TopicArn is null ? "TargetArn" : "TopicArn");
        var topic = Publisher.Topic(call, arn);
        var what = PublicationRules.Read(request);
        TopicKeys.Check(call, arn, topic);
        var sent = Publisher.Publish(call, arn, what);
        return new() { MessageId = sent.MessageId, SequenceNumber = sent.SequenceNumber };
    }

    private static PublishResult Text(PublishRequest request, string phone, Call call)
    {
        PhoneNumbers.Check(phone);
        var what = PublicationRules.Read(request);
        Letters.Put(call, new()
        {
            Id = default, Number = 0, Kind = "sms", To = phone, Body = what.TextFor("sms"), SentAt = call.Now,
        });
        return new() { MessageId = NewIds.Uuid(call) };
    }
}
