using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>AttachVolume.</summary>
public sealed class AttachVolume : IWriteOperation<AttachVolumeRequest, AttachVolumeResult>
{
    /// <inheritdoc/>
    public AttachVolumeResult Run(AttachVolumeRequest request, Call call) => new();
}
