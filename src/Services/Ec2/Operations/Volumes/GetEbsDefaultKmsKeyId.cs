using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>Tells the key of encrypted volumes that name none.</summary>
public sealed class GetEbsDefaultKmsKeyId : IReadOperation<GetEbsDefaultKmsKeyIdRequest, GetEbsDefaultKmsKeyIdResult>
{
    /// <inheritdoc/>
    public GetEbsDefaultKmsKeyIdResult Run(GetEbsDefaultKmsKeyIdRequest request, ReadCall call)
    {
        return new() { KmsKeyId = EbsKeys.Settings(call).KmsKeyId ?? EbsKeys.Alias };
    }
}
