using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>Removes service-linked roles whose services let go.</summary>
internal sealed class DeletionLoop : ITimerHandler
{
    /// <inheritdoc/>
    public string Kind => ServiceRoles.DeletionTimer;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var tasks = call.Ours(Tables.DeletionTasks);
        if (tasks.Find(new(subject)) is not { } task) return;
        var roles = call.Ours(Tables.Roles);
        if (roles.Find(new(task.Role)) is { } role)
        {
            if (ServiceRoles.UsesOf(call, role) is { Count: > 0 } usage)
            {
                tasks.Put(task with
                {
                    State = DeletionTaskStatusType.Failed,
                    Reason = "The role is in use: remove the resources that use it first.",
                    Usage = usage,
                });
                return;
            }

            roles.Remove(role.Key);
        }

        tasks.Put(task with { State = DeletionTaskStatusType.Succeeded });
    }
}
