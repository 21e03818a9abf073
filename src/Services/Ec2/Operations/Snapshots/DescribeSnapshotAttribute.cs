using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>Tells who may make volumes of a snapshot. No snapshot here has product codes.</summary>
public sealed class DescribeSnapshotAttribute
    : IReadOperation<DescribeSnapshotAttributeRequest, DescribeSnapshotAttributeResult>
{
    /// <inheritdoc/>
    public DescribeSnapshotAttributeResult Run(DescribeSnapshotAttributeRequest request, ReadCall call)
    {
        var snapshot = VolumeKinds.Snapshot.Get(call, request.SnapshotId!);
        var answer = new DescribeSnapshotAttributeResult { SnapshotId = snapshot.Id.Value };
        return request.Attribute == SnapshotAttributeName.ProductCodes
            ? answer with { ProductCodes = [] }
            : answer with { CreateVolumePermissions = PermissionsOf(snapshot) };
    }

    private static IReadOnlyList<CreateVolumePermission> PermissionsOf(SnapshotRecord snapshot)
    {
        IEnumerable<CreateVolumePermission> users = snapshot.Users.Select(u => new CreateVolumePermission
        {
            UserId = u,
        });
        return [.. snapshot.IsPublic ? users.Prepend(new() { Group = PermissionGroup.All }) : users];
    }
}
