using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Fleets;

/// <summary>Lists fleets. One of type instant is told only by its id.</summary>
public sealed class DescribeFleets : IReadOperation<DescribeFleetsRequest, DescribeFleetsResult>
{
    private static readonly Filters<FleetRecord> Filters = new Filters<FleetRecord>()
        .One("activity-status", (f, call) => FleetView.Of(f, call).ActivityStatus?.ToWire())
        .One("excess-capacity-termination-policy", (f, call) =>
            FleetView.Of(f, call).ExcessCapacityTerminationPolicy?.ToWire())
        .One("fleet-state", f => f.State.ToWire())
        .One("replace-unhealthy-instances", _ => "false")
        .One("type", f => f.Type.ToWire());

    /// <inheritdoc/>
    public DescribeFleetsResult Run(DescribeFleetsRequest request, ReadCall call)
    {
        var named = request.FleetIds is { Count: > 0 };
        var page = Lister.List(
            call, LaunchKinds.Fleet, Filters,
            new(request.FleetIds, request.Filters, request.MaxResults, request.NextToken),
            fleet => named || fleet.Type != FleetType.Instant);
        return new() { Fleets = page.As(f => FleetView.Of(f, call)), NextToken = page.NextToken };
    }
}
