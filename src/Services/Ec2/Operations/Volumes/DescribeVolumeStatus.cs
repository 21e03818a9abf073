using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>DescribeVolumeStatus.</summary>
public sealed class DescribeVolumeStatus : IReadOperation<DescribeVolumeStatusRequest, DescribeVolumeStatusResult>
{
    /// <inheritdoc/>
    public DescribeVolumeStatusResult Run(DescribeVolumeStatusRequest request, ReadCall call) => new();
}
