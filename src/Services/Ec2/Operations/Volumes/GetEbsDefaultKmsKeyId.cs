using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>GetEbsDefaultKmsKeyId.</summary>
public sealed class GetEbsDefaultKmsKeyId : IReadOperation<GetEbsDefaultKmsKeyIdRequest, GetEbsDefaultKmsKeyIdResult>
{
    /// <inheritdoc/>
    public GetEbsDefaultKmsKeyIdResult Run(GetEbsDefaultKmsKeyIdRequest request, ReadCall call) => new();
}
