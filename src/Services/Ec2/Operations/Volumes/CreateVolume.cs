using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>CreateVolume.</summary>
public sealed class CreateVolume : IWriteOperation<CreateVolumeRequest, CreateVolumeResult>
{
    /// <inheritdoc/>
    public CreateVolumeResult Run(CreateVolumeRequest request, Call call) => new();
}
