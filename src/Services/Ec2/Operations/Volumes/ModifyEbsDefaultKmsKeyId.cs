using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>Sets the key of encrypted volumes that name none.</summary>
public sealed class ModifyEbsDefaultKmsKeyId : IWriteOperation<ModifyEbsDefaultKmsKeyIdRequest, ModifyEbsDefaultKmsKeyIdResult>
{
    /// <inheritdoc/>
    public ModifyEbsDefaultKmsKeyIdResult Run(ModifyEbsDefaultKmsKeyIdRequest request, Call call)
    {
        var key = EbsKeys.Resolve(call, request.KmsKeyId!);
        call.Write(VolumeTables.Settings).Put(EbsKeys.Settings(call) with { KmsKeyId = key });
        return new() { KmsKeyId = key };
    }
}
