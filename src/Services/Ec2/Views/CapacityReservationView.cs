using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A Capacity Reservation as the API writes it.</summary>
internal static class CapacityReservationView
{
    /// <summary>The reservation with its tags, and with what is left of it now.</summary>
    public static CapacityReservation Of(CapacityReservationRecord reservation, ReadCall call)
    {
        var used = ReservedRoom.Used(call, reservation);
        return new()
        {
            CapacityReservationId = reservation.Id.Value,
            CapacityReservationArn =
                $"arn:aws:ec2:{call.Region}:{call.Account}:capacity-reservation/{reservation.Id}",
            OwnerId = call.Account,
            InstanceType = reservation.InstanceType,
            InstancePlatform = reservation.Platform,
            AvailabilityZone = reservation.Zone,
            AvailabilityZoneId = reservation.ZoneId,
            Tenancy = reservation.Tenancy,
            TotalInstanceCount = reservation.Count,
            AvailableInstanceCount = ReservedRoom.Available(call, reservation),
            EbsOptimized = reservation.EbsOptimized,
            EphemeralStorage = false,
            State = reservation.State,
            CreateDate = reservation.CreateTime,
            StartDate = reservation.CreateTime,
            EndDate = reservation.EndTime,
            EndDateType = reservation.EndTime is null ? EndDateType.Unlimited : EndDateType.Limited,
            InstanceMatchCriteria = reservation.Criteria,
            ReservationType = CapacityReservationType.Default,
            CapacityAllocations =
                used > 0 ? [new() { AllocationType = AllocationType.Used, Count = used }] : [],
            Tags = TagStore.View(call, reservation.Id.Value),
        };
    }
}
