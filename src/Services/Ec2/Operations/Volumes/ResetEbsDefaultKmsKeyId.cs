using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>Makes the key of AWS the default again.</summary>
public sealed class ResetEbsDefaultKmsKeyId : IWriteOperation<ResetEbsDefaultKmsKeyIdRequest, ResetEbsDefaultKmsKeyIdResult>
{
    /// <inheritdoc/>
    public ResetEbsDefaultKmsKeyIdResult Run(ResetEbsDefaultKmsKeyIdRequest request, Call call)
    {
        call.Write(VolumeTables.Settings).Put(EbsKeys.Settings(call) with { KmsKeyId = null });
        return new() { KmsKeyId = EbsKeys.Alias };
    }
}
