using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>EnableVolumeIO.</summary>
public sealed class EnableVolumeIO : IWriteOperation<EnableVolumeIORequest, EnableVolumeIOResult>
{
    /// <inheritdoc/>
    public EnableVolumeIOResult Run(EnableVolumeIORequest request, Call call) => new();
}
