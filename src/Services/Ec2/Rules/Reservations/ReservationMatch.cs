using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Reservations;

/// <summary>
/// The attributes by which instances and reservations match: type, platform, zone and tenancy. Source: EC2 User Guide,
/// "Concepts for Amazon EC2 On-Demand Capacity Reservations".
/// </summary>
/// <param name="Pool">The zone and the type.</param>
/// <param name="Platform">For example Linux/UNIX.</param>
/// <param name="IsDedicated">Whether it is on hardware of the account's own.</param>
internal sealed record ReservationMatch(SpotPool Pool, string Platform, bool IsDedicated)
{
    /// <summary>Those of an instance.</summary>
    public static ReservationMatch Of(ReadCall call, InstanceRecord instance) => new(
        new(instance.AvailabilityZone, instance.InstanceType),
        ImageOf.Of(call, instance).PlatformDetails,
        instance.Tenancy == Tenancy.Dedicated);

    /// <summary>Those of a launch of an image in a pool.</summary>
    public static ReservationMatch Of(ReadCall call, SpotPool pool, string? image, Tenancy? tenancy) => new(
        pool,
        (image is null ? null : ImageOf.Any(call, image))?.PlatformDetails
            ?? PresumedImage.Like(PresumedImage.Architecture).PlatformDetails,
        tenancy == Tenancy.Dedicated);

    /// <summary>Whether a reservation has them.</summary>
    public bool Fits(CapacityReservationRecord reservation) =>
        reservation.Zone == Pool.Zone && reservation.InstanceType == Pool.Type
        && reservation.Platform.ToWire() == Platform
        && (reservation.Tenancy == CapacityReservationTenancy.Dedicated) == IsDedicated;
}
