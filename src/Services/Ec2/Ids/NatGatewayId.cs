using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a NAT gateway: <c>nat-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<NatGatewayId>))]
public readonly record struct NatGatewayId(string Value) : IResourceId<NatGatewayId>
{
    /// <inheritdoc/>
    public static string Prefix => "nat";

    /// <inheritdoc/>
    public static NatGatewayId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(NatGatewayId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
