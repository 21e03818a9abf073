using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Reconciling;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Groups;

/// <summary>Deletes a group that is empty, or, by force, with its instances.</summary>
public sealed class DeleteAutoScalingGroup
    : IWriteOperation<DeleteAutoScalingGroupRequest, DeleteAutoScalingGroupResult>
{
    /// <inheritdoc/>
    public DeleteAutoScalingGroupResult Run(DeleteAutoScalingGroupRequest request, Call call)
    {
        var group = Rules.Groups.Get(call, request.AutoScalingGroupName);
        var force = request.ForceDelete == true;
        CheckProtection(group.DeletionProtection, force);
        var members = Rules.Groups.All(call, group.Name).ToList();
        if (!force && members.Any(member => !member.IsTerminating))
            throw Errors.InUse("You cannot delete an AutoScalingGroup while there are instances or pending Spot "
                + "instance "
                + "request(s) still in the group.");
        if (!force && members.Count > 0)
            throw Errors.Busy("You cannot delete an AutoScalingGroup while there are scaling activities in progress "
                + "for "
                + "that group.");
        var closing = group with { IsDeleting = true, Desired = 0, Min = 0 };
        Rules.Groups.Put(call, closing);
        Closing.Run(call, closing);
        return new();
    }

    // Source: API Reference, CreateAutoScalingGroup, DeletionProtection; the words are guessed.
    private static void CheckProtection(DeletionProtection? protection, bool force)
    {
        if (protection == DeletionProtection.PreventAllDeletion
            || (force && protection == DeletionProtection.PreventForceDeletion))
        {
            throw Errors.InUse($"The AutoScalingGroup has the deletion protection {protection.Value.ToWire()}.");
        }
    }
}
