using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Volumes;

/// <summary>DescribeVolumesModifications.</summary>
public sealed class DescribeVolumesModifications : IReadOperation<DescribeVolumesModificationsRequest, DescribeVolumesModificationsResult>
{
    /// <inheritdoc/>
    public DescribeVolumesModificationsResult Run(DescribeVolumesModificationsRequest request, ReadCall call) => new();
}
