using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Subnets;

/// <summary>
/// Keeps a range of a subnet for prefixes or for addresses that are named. Ranges do not overlap; a range may hold
/// addresses that are in use. Source: Amazon VPC User Guide, "Subnet CIDR reservations".
/// </summary>
public sealed class CreateSubnetCidrReservation
    : IWriteOperation<CreateSubnetCidrReservationRequest, CreateSubnetCidrReservationResult>
{
    /// <inheritdoc/>
    public CreateSubnetCidrReservationResult Run(CreateSubnetCidrReservationRequest request, Call call)
    {
        var subnet = Ec2Kinds.Subnet.Get(call, request.SubnetId!);
        var reservation = new SubnetCidrReservationRecord
        {
            Id = call.NewId<SubnetCidrReservationId>(),
            SubnetId = subnet.Id,
            Cidr = Range(subnet, request.Cidr!, call),
            Type = request.ReservationType!.Value,
            Description = request.Description,
        };
        call.Write(Tables.SubnetCidrReservations).Put(reservation);
        TagStore.PutNew(call, Ec2Kinds.SubnetCidrReservation, reservation.Id.Value, request.TagSpecifications);
        return new() { SubnetCidrReservation = SubnetCidrReservationView.Of(reservation, call) };
    }

    private static Cidr Range(SubnetRecord subnet, string text, Call call)
    {
        var range = text.Contains(':', StringComparison.Ordinal)
            ? CidrRules.Ipv6(text, "cidr")
            : CidrRules.Ipv4(text, "cidr");
        var blocks = subnet.Ipv6Cidrs.Select(c => c.Cidr).Concat(subnet.Cidr is { } cidr ? [cidr] : []);
        if (!blocks.Any(block => block.Contains(range)))
        {
            throw Errors.InvalidParameterValue(
                $"Value ({text}) for parameter cidr is invalid. It is not within a CIDR block of the subnet "
                + $"'{subnet.Id}'.");
        }

        var others = call.Read(Tables.SubnetCidrReservations).By(Tables.ReservationsBySubnet, subnet.Id.Value);
        return others.Any(other => other.Cidr.Overlaps(range))
            ? throw new ServiceException(
                "InvalidSubnetCidrReservation.Conflict",
                $"The CIDR '{text}' conflicts with another CIDR reservation of the subnet '{subnet.Id}'.")
            : range;
    }
}
