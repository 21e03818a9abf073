using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Reconciling;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.WarmPools;

/// <summary>
/// Deletes a warm pool that is empty, or, by force, with its instances and without waiting for hooks. Source: EC2 Auto
/// Scaling User Guide, "Delete a warm pool"; the words of refusals are guessed.
/// </summary>
public sealed class DeleteWarmPool : IWriteOperation<DeleteWarmPoolRequest, DeleteWarmPoolResult>
{
    /// <inheritdoc/>
    public DeleteWarmPoolResult Run(DeleteWarmPoolRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        if (group.Pool is not { } pool)
            throw Errors.Invalid($"No warm pool found for the AutoScalingGroup {group.Name}");
        var members = Rules.Groups.Pooled(call, group.Name).ToList();
        if (request.ForceDelete != true && members.Any(member => !member.IsTerminating))
            throw Errors.InUse("You cannot delete a warm pool while there are instances in it.");
        if (request.ForceDelete != true && members.Count > 0)
            throw Errors.Busy("You cannot delete a warm pool while there are scaling activities in progress for it.");
        group = Rules.Groups.Put(call, group with { Pool = pool with { IsDeleting = true } });
        foreach (var member in members)
            Closing.End(call, group, member, "warm pool");
        Reconciling.WarmPools.Run(call, group.Name);
        return new();
    }
}
