using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>DescribeVolumeAttribute.</summary>
public sealed class DescribeVolumeAttribute : IReadOperation<DescribeVolumeAttributeRequest, DescribeVolumeAttributeResult>
{
    /// <inheritdoc/>
    public DescribeVolumeAttributeResult Run(DescribeVolumeAttributeRequest request, ReadCall call) => new();
}
