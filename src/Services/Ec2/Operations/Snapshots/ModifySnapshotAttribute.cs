using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>ModifySnapshotAttribute.</summary>
public sealed class ModifySnapshotAttribute : IWriteOperation<ModifySnapshotAttributeRequest, ModifySnapshotAttributeResult>
{
    /// <inheritdoc/>
    public ModifySnapshotAttributeResult Run(ModifySnapshotAttributeRequest request, Call call) => new();
}
