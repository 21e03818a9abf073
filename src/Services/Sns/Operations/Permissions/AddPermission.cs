using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sns.Delivery;
using Orrery.Services.Sns.Ids;
using Orrery.Services.Sns.Rules;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Operations.Permissions;

/// <summary>Adds a statement to a topic's policy.</summary>
public sealed class AddPermission : IWriteOperation<AddPermissionRequest, AddPermissionResult>
{
    /// <inheritdoc/>
    public AddPermissionResult Run(AddPermissionRequest request, Call call)
    {
        var arn = SnsArn.OfTopic(request.TopicArn);
        var topic = Publisher.Topic(call, arn);
        SortedDictionary<string, string> all = new(topic.Attributes, StringComparer.Ordinal)
        {
            ["Policy"] = TopicPolicy.Add(
                topic.Attribute("Policy") ?? TopicPolicy.Default(arn), arn, request.Label!, request.AWSAccountId!,
                request.ActionName!),
        };
        call.Write(Tables.Topics, arn.Scope).Put(topic with { Attributes = all });
        return new();
    }
}
