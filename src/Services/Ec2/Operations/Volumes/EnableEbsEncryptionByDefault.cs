using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>From now on all new volumes of the account in the region are encrypted.</summary>
public sealed class EnableEbsEncryptionByDefault : IWriteOperation<EnableEbsEncryptionByDefaultRequest, EnableEbsEncryptionByDefaultResult>
{
    /// <inheritdoc/>
    public EnableEbsEncryptionByDefaultResult Run(EnableEbsEncryptionByDefaultRequest request, Call call)
    {
        call.Write(VolumeTables.Settings).Put(EbsKeys.Settings(call) with { EncryptionByDefault = true });
        return new() { EbsEncryptionByDefault = true };
    }
}
