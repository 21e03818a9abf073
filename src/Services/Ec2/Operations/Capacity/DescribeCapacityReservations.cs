using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Capacity;

/// <summary>Lists Capacity Reservations.</summary>
public sealed class DescribeCapacityReservations
    : IReadOperation<DescribeCapacityReservationsRequest, DescribeCapacityReservationsResult>
{
    private static readonly Filters<CapacityReservationRecord> Filters = new Filters<CapacityReservationRecord>()
        .One("instance-type", r => r.InstanceType)
        .One("owner-id", (_, call) => call.Account)
        .One("instance-platform", r => r.Platform.ToWire())
        .One("availability-zone", r => r.Zone)
        .One("availability-zone-id", r => r.ZoneId)
        .One("tenancy", r => r.Tenancy.ToWire())
        .Many("outpost-arn", _ => [])
        .Many("placement-group-arn", _ => [])
        .One("state", r => r.State.ToWire())
        .One("start-date", r => Date(r.CreateTime))
        .One("end-date", r => r.EndTime is { } end ? Date(end) : null)
        .One("end-date-type", r => r.EndTime is null ? "unlimited" : "limited")
        .One("instance-match-criteria", r => r.Criteria.ToWire())
        .Tags(r => r.Id.Value);

    /// <inheritdoc/>
    public DescribeCapacityReservationsResult Run(DescribeCapacityReservationsRequest request, ReadCall call)
    {
        var page = Lister.List(
            call, LaunchKinds.CapacityReservation, Filters,
            new(request.CapacityReservationIds, request.Filters, request.MaxResults, request.NextToken));
        return new()
        {
            CapacityReservations = page.As(r => CapacityReservationView.Of(r, call)), NextToken = page.NextToken,
        };
    }

    private static string Date(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
