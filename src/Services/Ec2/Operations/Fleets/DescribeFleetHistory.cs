using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Fleets;

/// <summary>x</summary>
public sealed class DescribeFleetHistory : IReadOperation<DescribeFleetHistoryRequest, DescribeFleetHistoryResult>
{
    /// <inheritdoc/>
    public DescribeFleetHistoryResult Run(DescribeFleetHistoryRequest request, ReadCall call) => new();
}
