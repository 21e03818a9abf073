using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>Takes back all permissions to make volumes of a snapshot.</summary>
public sealed class ResetSnapshotAttribute
    : IWriteOperation<ResetSnapshotAttributeRequest, ResetSnapshotAttributeResult>
{
    /// <inheritdoc/>
    public ResetSnapshotAttributeResult Run(ResetSnapshotAttributeRequest request, Call call)
    {
        Errors.RefuseUnserved(
            "product codes (Attribute productCodes)", request.Attribute == SnapshotAttributeName.ProductCodes);
        var snapshot = VolumeKinds.Snapshot.Get(call, request.SnapshotId!);
        call.Write(VolumeTables.Snapshots).Put(snapshot with { Users = [], IsPublic = false });
        return new();
    }
}
