using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>From now on new volumes are encrypted only where that is asked for.</summary>
public sealed class DisableEbsEncryptionByDefault : IWriteOperation<DisableEbsEncryptionByDefaultRequest, DisableEbsEncryptionByDefaultResult>
{
    /// <inheritdoc/>
    public DisableEbsEncryptionByDefaultResult Run(DisableEbsEncryptionByDefaultRequest request, Call call)
    {
        call.Write(VolumeTables.Settings).Put(EbsKeys.Settings(call) with { EncryptionByDefault = false });
        return new() { EbsEncryptionByDefault = false };
    }
}
