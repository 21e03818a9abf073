using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>ModifyEbsDefaultKmsKeyId.</summary>
public sealed class ModifyEbsDefaultKmsKeyId : IWriteOperation<ModifyEbsDefaultKmsKeyIdRequest, ModifyEbsDefaultKmsKeyIdResult>
{
    /// <inheritdoc/>
    public ModifyEbsDefaultKmsKeyIdResult Run(ModifyEbsDefaultKmsKeyIdRequest request, Call call) => new();
}
