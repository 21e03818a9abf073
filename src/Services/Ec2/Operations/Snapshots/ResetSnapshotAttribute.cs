using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>ResetSnapshotAttribute.</summary>
public sealed class ResetSnapshotAttribute : IWriteOperation<ResetSnapshotAttributeRequest, ResetSnapshotAttributeResult>
{
    /// <inheritdoc/>
    public ResetSnapshotAttributeResult Run(ResetSnapshotAttributeRequest request, Call call) => new();
}
