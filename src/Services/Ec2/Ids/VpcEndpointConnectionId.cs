using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>
/// The id of the connection of an endpoint to an endpoint service: <c>vpce-con-</c> and 8 or 17 hexadecimal digits.
/// </summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<VpcEndpointConnectionId>))]
public readonly record struct VpcEndpointConnectionId(string Value) : IResourceId<VpcEndpointConnectionId>
{
    /// <inheritdoc/>
    public static string Prefix => "vpce-con";

    /// <inheritdoc/>
    public static VpcEndpointConnectionId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(VpcEndpointConnectionId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
