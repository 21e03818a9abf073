using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>DeleteVolume.</summary>
public sealed class DeleteVolume : IWriteOperation<DeleteVolumeRequest, DeleteVolumeResult>
{
    /// <inheritdoc/>
    public DeleteVolumeResult Run(DeleteVolumeRequest request, Call call) => new();
}
