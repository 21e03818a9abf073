using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Subnets;

/// <summary>Lists the reserved ranges of a subnet. Filters: EC2 API Reference, GetSubnetCidrReservations.</summary>
public sealed class GetSubnetCidrReservations
    : IReadOperation<GetSubnetCidrReservationsRequest, GetSubnetCidrReservationsResult>
{
    private static readonly Filters<SubnetCidrReservationRecord> Filters = new Filters<SubnetCidrReservationRecord>()
        .One("reservationType", reservation => reservation.Type.ToWire())
        .One("subnet-id", reservation => reservation.SubnetId.Value)
        .Tags(reservation => reservation.Id.Value);

    /// <inheritdoc/>
    public GetSubnetCidrReservationsResult Run(GetSubnetCidrReservationsRequest request, ReadCall call)
    {
        var subnet = Ec2Kinds.Subnet.Get(call, request.SubnetId!);
        var passes = Filters.Compile(request.Filters, call);
        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : "";
        var reservations = call.Read(Tables.SubnetCidrReservations).By(Tables.ReservationsBySubnet, subnet.Id.Value)
            .Where(r => string.CompareOrdinal(r.Id.Value, after) > 0)
            .Where(passes);
        var page = Lister.Cut(reservations, r => r.Id.Value, request.MaxResults);
        return new()
        {
            SubnetIpv4CidrReservations = Views(page, ipv6: false, call),
            SubnetIpv6CidrReservations = Views(page, ipv6: true, call),
            NextToken = page.NextToken,
        };
    }

    private static IReadOnlyList<SubnetCidrReservation> Views(
        Page<SubnetCidrReservationRecord> page, bool ipv6, ReadCall call) =>
        [.. page.Items.Where(r => r.Cidr.IsV6 == ipv6).Select(r => SubnetCidrReservationView.Of(r, call))];
}
