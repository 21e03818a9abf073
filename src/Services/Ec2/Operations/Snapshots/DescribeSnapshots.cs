using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>DescribeSnapshots.</summary>
public sealed class DescribeSnapshots : IReadOperation<DescribeSnapshotsRequest, DescribeSnapshotsResult>
{
    /// <inheritdoc/>
    public DescribeSnapshotsResult Run(DescribeSnapshotsRequest request, ReadCall call) => new();
}
