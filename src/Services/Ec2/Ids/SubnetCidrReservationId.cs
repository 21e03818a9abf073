using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a subnet CIDR reservation: <c>scr-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<SubnetCidrReservationId>))]
public readonly record struct SubnetCidrReservationId(string Value) : IResourceId<SubnetCidrReservationId>
{
    /// <inheritdoc/>
    public static string Prefix => "scr";

    /// <inheritdoc/>
    public static SubnetCidrReservationId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(SubnetCidrReservationId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
