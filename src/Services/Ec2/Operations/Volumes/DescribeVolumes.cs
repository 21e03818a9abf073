using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>DescribeVolumes.</summary>
public sealed class DescribeVolumes : IReadOperation<DescribeVolumesRequest, DescribeVolumesResult>
{
    /// <inheritdoc/>
    public DescribeVolumesResult Run(DescribeVolumesRequest request, ReadCall call) => new();
}
