using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>DescribeSnapshotAttribute.</summary>
public sealed class DescribeSnapshotAttribute : IReadOperation<DescribeSnapshotAttributeRequest, DescribeSnapshotAttributeResult>
{
    /// <inheritdoc/>
    public DescribeSnapshotAttributeResult Run(DescribeSnapshotAttributeRequest request, ReadCall call) => new();
}
