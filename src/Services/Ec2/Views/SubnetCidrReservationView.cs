using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A reserved range of a subnet as the API writes it.</summary>
internal static class SubnetCidrReservationView
{
    /// <summary>The reservation with its tags.</summary>
    public static SubnetCidrReservation Of(SubnetCidrReservationRecord reservation, ReadCall call) => new()
    {
        SubnetCidrReservationId = reservation.Id.Value,
        SubnetId = reservation.SubnetId.Value,
        Cidr = reservation.Cidr.ToString(),
        ReservationType = reservation.Type,
        OwnerId = call.Account,
        Description = reservation.Description,
        Tags = TagStore.View(call, reservation.Id.Value),
    };
}
