using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Ids;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Topics;

/// <summary>Deletes a topic with its subscriptions and what was on its way; none of this name is no error.</summary>
public sealed class DeleteTopic : IWriteOperation<DeleteTopicRequest, DeleteTopicResult>
{
    /// <inheritdoc/>
    public DeleteTopicResult Run(DeleteTopicRequest request, Call call)
    {
        var arn = SnsArn.OfTopic(request.TopicArn);
        if (!call.Write(Tables.Topics, arn.Scope).Remove(new(arn.Topic))) return new();
        var subscriptions = call.Write(Tables.Subscriptions, arn.Scope);
        foreach (var gone in subscriptions.All().Where(s => s.Topic == arn.Topic).ToList())
            subscriptions.Remove(gone.Id);
        var posts = call.Write(Tables.Posts, arn.Scope);
        foreach (var gone in posts.By(Tables.PostsByTopic, arn.Topic).ToList()) posts.Remove(gone.Id);
        return new();
    }
}
