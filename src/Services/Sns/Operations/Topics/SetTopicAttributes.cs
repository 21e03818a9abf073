using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Rules;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Topics;

/// <summary>Changes an attribute of a topic.</summary>
public sealed class SetTopicAttributes : IWriteOperation<SetTopicAttributesRequest, SetTopicAttributesResult>
{
    /// <inheritdoc/>
    public SetTopicAttributesResult Run(SetTopicAttributesRequest request, Call call)
    {
        var arn = SnsArn.OfTopic(request.TopicArn);
        var topic = Publisher.Topic(call, arn);
        var (name, value) = (request.AttributeName!, request.AttributeValue ?? "");
        if (name == "FifoTopic") throw Errors.InvalidParameter("AttributeName Reason: FifoTopic cannot be changed");
        SortedDictionary<string, string> all = new(topic.Attributes, StringComparer.Ordinal);
        if (value.Length == 0 && name is "DeliveryPolicy" or "DisplayName" or "Policy" or TopicKeys.Name)
        {
            all.Remove(name);
        }
        else
        {
            TopicAttributes.Check(name, value, topic.IsFifo);
            all[name] = value;
        }

        call.Write(Tables.Topics, arn.Scope).Put(topic with { Attributes = all });
        return new();
    }
}
