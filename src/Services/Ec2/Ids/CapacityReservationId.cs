using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a Capacity Reservation: <c>cr-</c> and 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<CapacityReservationId>))]
public readonly record struct CapacityReservationId(string Value) : IResourceId<CapacityReservationId>
{
    /// <inheritdoc/>
    public static string Prefix => "cr";

    /// <inheritdoc/>
    public static CapacityReservationId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(CapacityReservationId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
