using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>Deletes a snapshot that no image needs.</summary>
public sealed class DeleteSnapshot : IWriteOperation<DeleteSnapshotRequest, DeleteSnapshotResult>
{
    /// <inheritdoc/>
    public DeleteSnapshotResult Run(DeleteSnapshotRequest request, Call call)
    {
        SnapshotLife.Delete(call, VolumeKinds.Snapshot.Get(call, request.SnapshotId!));
        return new();
    }
}
