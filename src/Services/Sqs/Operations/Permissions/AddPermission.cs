using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Permissions;

/// <summary>Adds a statement to the policy of a queue. Orrery keeps policies; it does not enforce them yet.</summary>
public sealed class AddPermission : IWriteOperation<AddPermissionRequest, AddPermissionResult>
{
    /// <inheritdoc/>
    public AddPermissionResult Run(AddPermissionRequest request, Call call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        var grant = (request.AWSAccountIds ?? [], request.Actions ?? []);
        var policy = Rules.Permissions.Add(place.Queue.Policy, place.Arn, request.Label ?? "", grant);
        call.Write(Tables.Queues, place.Scope).Put(place.Queue with { Policy = policy, ModifiedAt = call.Now });
        return new();
    }
}
