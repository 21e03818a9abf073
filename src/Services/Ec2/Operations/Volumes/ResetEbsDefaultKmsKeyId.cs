using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>ResetEbsDefaultKmsKeyId.</summary>
public sealed class ResetEbsDefaultKmsKeyId : IWriteOperation<ResetEbsDefaultKmsKeyIdRequest, ResetEbsDefaultKmsKeyIdResult>
{
    /// <inheritdoc/>
    public ResetEbsDefaultKmsKeyIdResult Run(ResetEbsDefaultKmsKeyIdRequest request, Call call) => new();
}
