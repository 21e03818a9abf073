using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>Takes a snapshot of a volume as it is now.</summary>
public sealed class CreateSnapshot : IWriteOperation<CreateSnapshotRequest, CreateSnapshotResult>
{
    /// <inheritdoc/>
    public CreateSnapshotResult Run(CreateSnapshotRequest request, Call call)
    {
        Errors.RefuseUnserved("Outposts (OutpostArn)", request.OutpostArn is { Length: > 0 });
        Errors.RefuseUnserved(
            "snapshots in Local Zones (Location local)", request.Location == SnapshotLocationEnum.Local);
        var volume = VolumeKinds.Volume.Get(call, request.VolumeId!);
        var snapshot = SnapshotLife.Take(call, volume, request.Description);
        SnapshotLife.Tag(call, snapshot, request.TagSpecifications);
        return ShapeJson.As<CreateSnapshotResult>(SnapshotView.Of(snapshot, call));
    }
}
