using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>DeleteSnapshot.</summary>
public sealed class DeleteSnapshot : IWriteOperation<DeleteSnapshotRequest, DeleteSnapshotResult>
{
    /// <inheritdoc/>
    public DeleteSnapshotResult Run(DeleteSnapshotRequest request, Call call) => new();
}
