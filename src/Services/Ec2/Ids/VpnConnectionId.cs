using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a VPN connection: <c>vpn-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<VpnConnectionId>))]
public readonly record struct VpnConnectionId(string Value) : IResourceId<VpnConnectionId>
{
    /// <inheritdoc/>
    public static string Prefix => "vpn";

    /// <inheritdoc/>
    public static VpnConnectionId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(VpnConnectionId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
