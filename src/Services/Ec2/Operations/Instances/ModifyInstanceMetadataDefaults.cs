using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>ModifyInstanceMetadataDefaults.</summary>
public sealed class ModifyInstanceMetadataDefaults : IWriteOperation<ModifyInstanceMetadataDefaultsRequest, ModifyInstanceMetadataDefaultsResult>
{
    /// <inheritdoc/>
    public ModifyInstanceMetadataDefaultsResult Run(ModifyInstanceMetadataDefaultsRequest request, Call call) => new();
}
