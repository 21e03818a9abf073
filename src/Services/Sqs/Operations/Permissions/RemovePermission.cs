using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Sqs.Rules;
using Orrery.Wire.Generated.Sqs;

namespace Orrery.Services.Sqs.Operations.Permissions;

/// <summary>Removes a statement from the policy of a queue, by its label.</summary>
public sealed class RemovePermission : IWriteOperation<RemovePermissionRequest, RemovePermissionResult>
{
    /// <inheritdoc/>
    public RemovePermissionResult Run(RemovePermissionRequest request, Call call)
    {
        var place = QueueNames.Of(call, request.QueueUrl);
        var policy = Rules.Permissions.Remove(place.Queue.Policy, request.Label ?? "");
        call.Write(Tables.Queues, place.Scope).Put(place.Queue with { Policy = policy, ModifiedAt = call.Now });
        return new();
    }
}
