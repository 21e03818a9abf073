using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>DetachVolume.</summary>
public sealed class DetachVolume : IWriteOperation<DetachVolumeRequest, DetachVolumeResult>
{
    /// <inheritdoc/>
    public DetachVolumeResult Run(DetachVolumeRequest request, Call call) => new();
}
