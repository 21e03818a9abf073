using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>CreateSnapshot.</summary>
public sealed class CreateSnapshot : IWriteOperation<CreateSnapshotRequest, CreateSnapshotResult>
{
    /// <inheritdoc/>
    public CreateSnapshotResult Run(CreateSnapshotRequest request, Call call) => new();
}
