using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Rules;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Topics;

/// <summary>Makes a topic, or gives the one of that name where it is alike.</summary>
public sealed class CreateTopic : IWriteOperation<CreateTopicRequest, CreateTopicResult>
{
    /// <inheritdoc/>
    public CreateTopicResult Run(CreateTopicRequest request, Call call)
    {
        var attributes = request.Attributes ?? new Dictionary<string, string>();
        var isFifo = attributes.GetValueOrDefault("FifoTopic") == "true";
        TopicRules.CheckName(request.Name!, isFifo);
        if (request.DataProtectionPolicy is not null) throw Errors.NotServed("the parameter DataProtectionPolicy");
        foreach (var (name, value) in attributes) TopicAttributes.Check(name, value, isFifo);
        var arn = new SnsArn(call.Scope, request.Name!);
        var tags = TagRules.Merge([], request.Tags ?? []);
        var topics = call.Write(Tables.Topics);
        if (topics.Find(new(request.Name!)) is { } existing)
        {
            TopicRules.CheckAlike(existing, attributes, request.Tags is { Count: > 0 } ? tags : null);
            return new() { TopicArn = arn.TopicArn };
        }

        TopicRules.CheckLimit(call, isFifo);
        topics.Put(new()
        {
            Name = new(request.Name!),
            IsFifo = isFifo,
            Attributes = TopicRules.Kept(attributes),
            Tags = tags,
            CreatedAt = call.Now,
        });
        return new() { TopicArn = arn.TopicArn };
    }
}
