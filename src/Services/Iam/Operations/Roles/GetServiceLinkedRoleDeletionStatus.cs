using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>How the removal of a service-linked role goes.</summary>
public sealed class GetServiceLinkedRoleDeletionStatus
    : IReadOperation<GetServiceLinkedRoleDeletionStatusRequest, GetServiceLinkedRoleDeletionStatusResult>
{
    /// <inheritdoc/>
    public GetServiceLinkedRoleDeletionStatusResult Run(
        GetServiceLinkedRoleDeletionStatusRequest request, ReadCall call)
    {
        var task = call.Mine(Tables.DeletionTasks).Find(new(request.DeletionTaskId!))
            ?? throw Errors.NoSuchEntity($"The deletion task {request.DeletionTaskId} cannot be found.");
        return new()
        {
            Status = task.State,
            Reason = task.Reason is { } reason
                ? new()
                {
                    Reason = reason,
                    RoleUsageList =
                    [
                        .. task.Usage.Select(u => new RoleUsageType { Region = u.Key, Resources = [u.Value] }),
                    ],
                }
                : null,
        };
    }
}
