using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Placements;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Placement;

/// <summary>Deletes a placement group that has no instances.</summary>
public sealed class DeletePlacementGroup : IWriteOperation<DeletePlacementGroupRequest, DeletePlacementGroupResult>
{
    /// <inheritdoc/>
    public DeletePlacementGroupResult Run(DeletePlacementGroupRequest request, Call call)
    {
        var group = GroupPlaces.Named(call, null, request.GroupName) ?? throw Errors.Missing("groupName");
        if (call.Read(InstanceTables.Instances).HasAny(SpotTables.InstancesByPlacementGroup, group.Id.Value))
        {
            throw new ServiceException(
                "InvalidPlacementGroup.InUse",
                $"The placement group '{group.Name}' is in use and may not be deleted.");
        }

        call.Write(TemplateTables.PlacementGroups).Remove(group.Id);
        TagStore.Forget(call, group.Id.Value);
        return new();
    }
}
