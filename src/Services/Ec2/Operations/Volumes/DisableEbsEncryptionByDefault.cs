using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>DisableEbsEncryptionByDefault.</summary>
public sealed class DisableEbsEncryptionByDefault : IWriteOperation<DisableEbsEncryptionByDefaultRequest, DisableEbsEncryptionByDefaultResult>
{
    /// <inheritdoc/>
    public DisableEbsEncryptionByDefaultResult Run(DisableEbsEncryptionByDefaultRequest request, Call call) => new();
}
