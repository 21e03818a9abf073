using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Capacity;

/// <summary>Keeps room for instances of a type in a zone.</summary>
public sealed class CreateCapacityReservation
    : IWriteOperation<CreateCapacityReservationRequest, CreateCapacityReservationResult>
{
    /// <inheritdoc/>
    public CreateCapacityReservationResult Run(CreateCapacityReservationRequest request, Call call)
    {
        Refuse(request);
        var type = InstanceTypeCatalog.Find(request.InstanceType!)
            ?? throw Errors.InvalidParameterValue($"Invalid value '{request.InstanceType}' for InstanceType.");
        var zone = VolumeZones.Choose(call, request.AvailabilityZone, request.AvailabilityZoneId);
        var reservation = new CapacityReservationRecord
        {
            Id = call.NewId<CapacityReservationId>(),
            InstanceType = type.Name,
            Platform = request.InstancePlatform!.Value,
            Zone = zone.Name,
            ZoneId = zone.Id,
            Tenancy = request.Tenancy ?? CapacityReservationTenancy.Default,
            Count = ReservationLife.CountOf(request.InstanceCount!.Value, 0),
            EbsOptimized = request.EbsOptimized == true,
            Criteria = request.InstanceMatchCriteria ?? InstanceMatchCriteria.Open,
            CreateTime = call.Now,
            EndTime = ReservationLife.EndOf(call, request.EndDateType ?? EndDateType.Unlimited, request.EndDate),
        };
        TagStore.PutNew(call, LaunchKinds.CapacityReservation, reservation.Id.Value, request.TagSpecifications);
        ReservationLife.Put(call, reservation);
        return new() { CapacityReservation = CapacityReservationView.Of(reservation, call) };
    }

    private static void Refuse(CreateCapacityReservationRequest request)
    {
        Errors.RefuseUnserved("Outposts (OutpostArn)", request.OutpostArn is not null);
        Errors.RefuseUnserved("placement groups of reservations (PlacementGroupArn)",
            request.PlacementGroupArn is not null);
        Errors.RefuseUnserved(
            "future-dated Capacity Reservations (StartDate, CommitmentDuration, DeliveryPreference)",
            request.StartDate is not null || request.CommitmentDuration is not null
            || request.DeliveryPreference is not null);
        Errors.RefuseUnserved("temporary storage of reservations (EphemeralStorage)", request.EphemeralStorage == true);
    }
}
