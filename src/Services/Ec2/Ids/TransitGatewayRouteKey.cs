using System.Text.Json.Serialization;
using Orrery.Core;

namespace Orrery.Services.Ec2.Ids;

/// <summary>
/// The key of a static route of a transit gateway: its table, a slash, and its block or prefix list. AWS gives routes
/// no ids, so that the prefix is none of AWS's.
/// </summary>
/// <param name="Value">Both as text.</param>
[JsonConverter(typeof(KeyJsonConverter<TransitGatewayRouteKey>))]
public readonly record struct TransitGatewayRouteKey(string Value) : IResourceId<TransitGatewayRouteKey>
{
    /// <inheritdoc/>
    public static string Prefix => "tgw-route";

    /// <summary>The key of the route to a block.</summary>
    public static TransitGatewayRouteKey Of(TransitGatewayRouteTableId table, Cidr block) => new($"{table}/{block}");

    /// <summary>The key of the reference to a prefix list.</summary>
    public static TransitGatewayRouteKey Of(TransitGatewayRouteTableId table, PrefixListId list) =>
        new($"{table}/{list}");

    /// <inheritdoc/>
    public static TransitGatewayRouteKey From(string value) => new(value);

    /// <inheritdoc/>
    public int CompareTo(TransitGatewayRouteKey other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
