using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a virtual private gateway: <c>vgw-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<VpnGatewayId>))]
public readonly record struct VpnGatewayId(string Value) : IResourceId<VpnGatewayId>
{
    /// <inheritdoc/>
    public static string Prefix => "vgw";

    /// <inheritdoc/>
    public static VpnGatewayId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(VpnGatewayId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
