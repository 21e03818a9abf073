using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Fleets;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Fleets;

/// <summary>Lists the running instances of a fleet.</summary>
public sealed class DescribeFleetInstances
    : IReadOperation<DescribeFleetInstancesRequest, DescribeFleetInstancesResult>
{
    private static readonly Filters<InstanceRecord> Filters = new Filters<InstanceRecord>()
        .One("instance-type", i => i.InstanceType);

    /// <inheritdoc/>
    public DescribeFleetInstancesResult Run(DescribeFleetInstancesRequest request, ReadCall call)
    {
        var fleet = LaunchKinds.Fleet.Get(call, request.FleetId!);
        if (fleet.Type == FleetType.Instant)
        {
            throw new ServiceException(
                "UnsupportedOperation",
                    "DescribeFleetInstances is not for fleets of type instant; use DescribeFleets.");
        }

        var page = Lister.Of(
            call, FleetUpkeep.Members(call, fleet), i => i.Id.Value, Filters,
            new(null, request.Filters, request.MaxResults, request.NextToken));
        return new()
        {
            FleetId = fleet.Id.Value,
            ActiveInstances = page.As(i => new ActiveInstance
            {
                InstanceId = i.Id.Value,
                InstanceType = i.InstanceType,
                SpotInstanceRequestId = i.SpotRequestId,
                InstanceHealth = InstanceHealthStatus.Healthy,
            }),
            NextToken = page.NextToken,
        };
    }
}
