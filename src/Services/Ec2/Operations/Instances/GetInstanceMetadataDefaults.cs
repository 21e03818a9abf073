using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>GetInstanceMetadataDefaults.</summary>
public sealed class GetInstanceMetadataDefaults : IReadOperation<GetInstanceMetadataDefaultsRequest, GetInstanceMetadataDefaultsResult>
{
    /// <inheritdoc/>
    public GetInstanceMetadataDefaultsResult Run(GetInstanceMetadataDefaultsRequest request, ReadCall call) => new();
}
