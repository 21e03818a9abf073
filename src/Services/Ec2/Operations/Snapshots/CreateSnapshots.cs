using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>CreateSnapshots.</summary>
public sealed class CreateSnapshots : IWriteOperation<CreateSnapshotsRequest, CreateSnapshotsResult>
{
    /// <inheritdoc/>
    public CreateSnapshotsResult Run(CreateSnapshotsRequest request, Call call) => new();
}
