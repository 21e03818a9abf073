using System.Globalization;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// Condition keys that tell what a Capacity Reservation is. Source: Service Authorization Reference, "Condition keys
/// for Amazon EC2".
/// </summary>
internal static class ReservationProperties
{
    /// <summary>The value of a key, in capitals; null where it is none of a reservation.</summary>
    public static string? Of(CapacityReservationRecord reservation, string name) => name switch
    {
        "EC2:AVAILABILITYZONE" => reservation.Zone,
        "EC2:AVAILABILITYZONEID" => reservation.ZoneId,
        "EC2:CREATEDATE" => Date(reservation.CreateTime),
        "EC2:EBSOPTIMIZED" => ResourceProperties.Flag(reservation.EbsOptimized),
        "EC2:ENDDATE" => reservation.EndTime is { } end ? Date(end) : null,
        "EC2:ENDDATETYPE" => reservation.EndTime is null ? "unlimited" : "limited",
        "EC2:EPHEMERALSTORAGE" => ResourceProperties.Flag(false),
        "EC2:INSTANCECOUNT" => ResourceProperties.Number(reservation.Count),
        "EC2:INSTANCEMATCHCRITERIA" => reservation.Criteria.ToWire(),
        "EC2:INSTANCEPLATFORM" => reservation.Platform.ToWire(),
        "EC2:INSTANCETYPE" => reservation.InstanceType,
        "EC2:TENANCY" => reservation.Tenancy.ToWire(),
        _ => null,
    };

    private static string Date(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
