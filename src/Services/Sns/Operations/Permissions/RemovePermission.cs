using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Rules;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Permissions;

/// <summary>Takes a statement out of a topic's policy.</summary>
public sealed class RemovePermission : IWriteOperation<RemovePermissionRequest, RemovePermissionResult>
{
    /// <inheritdoc/>
    public RemovePermissionResult Run(RemovePermissionRequest request, Call call)
    {
        var arn = SnsArn.OfTopic(request.TopicArn);
        var topic = Publisher.Topic(call, arn);
        SortedDictionary<string, string> all = new(topic.Attributes, StringComparer.Ordinal)
        {
            ["Policy"] = TopicPolicy.Remove(topic.Attribute("Policy") ?? TopicPolicy.Default(arn), request.Label!),
        };
        call.Write(Tables.Topics, arn.Scope).Put(topic with { Attributes = all });
        return new();
    }
}
