using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>
/// Lets input and output of a volume go on. They do: they stop at AWS when data are found to be inconsistent, and that
/// never happens here. So nothing changes.
/// </summary>
public sealed class EnableVolumeIO : IWriteOperation<EnableVolumeIORequest, EnableVolumeIOResult>
{
    /// <inheritdoc/>
    public EnableVolumeIOResult Run(EnableVolumeIORequest request, Call call)
    {
        VolumeKinds.Volume.Get(call, request.VolumeId!);
        return new();
    }
}
