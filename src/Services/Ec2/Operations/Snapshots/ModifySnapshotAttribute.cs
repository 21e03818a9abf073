using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>Lets others make volumes of a snapshot, or lets them no more.</summary>
public sealed class ModifySnapshotAttribute
    : IWriteOperation<ModifySnapshotAttributeRequest, ModifySnapshotAttributeResult>
{
    /// <inheritdoc/>
    public ModifySnapshotAttributeResult Run(ModifySnapshotAttributeRequest request, Call call)
    {
        Errors.RefuseUnserved(
            "product codes (Attribute productCodes)", request.Attribute == SnapshotAttributeName.ProductCodes);
        var snapshot = VolumeKinds.Snapshot.Get(call, request.SnapshotId!);
        var changed = SnapshotSharing.Changed(snapshot, request);
        PublicSnapshots.CheckSharing(call, snapshot, changed);
        call.Write(VolumeTables.Snapshots).Put(changed);
        foreach (var user in changed.Users.Except(snapshot.Users))
        {
            SnapshotEvents.Shared(call, changed, user);
        }

        return new();
    }
}
