using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a transit gateway: <c>tgw-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<TransitGatewayId>))]
public readonly record struct TransitGatewayId(string Value) : IResourceId<TransitGatewayId>
{
    /// <inheritdoc/>
    public static string Prefix => "tgw";

    /// <inheritdoc/>
    public static TransitGatewayId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(TransitGatewayId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
