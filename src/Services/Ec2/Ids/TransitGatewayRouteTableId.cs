using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>The id of a route table of a transit gateway: <c>tgw-rtb-</c> and 8 or 17 hexadecimal digits.</summary>
/// <param name="Value">The id as AWS writes it.</param>
[JsonConverter(typeof(KeyJsonConverter<TransitGatewayRouteTableId>))]
public readonly record struct TransitGatewayRouteTableId(string Value) : IResourceId<TransitGatewayRouteTableId>
{
    /// <inheritdoc/>
    public static string Prefix => "tgw-rtb";

    /// <inheritdoc/>
    public static TransitGatewayRouteTableId From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(TransitGatewayRouteTableId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
