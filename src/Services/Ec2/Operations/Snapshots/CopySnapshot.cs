using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>CopySnapshot.</summary>
public sealed class CopySnapshot : IWriteOperation<CopySnapshotRequest, CopySnapshotResult>
{
    /// <inheritdoc/>
    public CopySnapshotResult Run(CopySnapshotRequest request, Call call) => new();
}
