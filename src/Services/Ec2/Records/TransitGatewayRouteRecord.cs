using System.Text.Json.Serialization;
using Orrery.Core;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>
/// A static route of a transit gateway, to a block or to a prefix list. Whether it is active is computed when asked.
/// </summary>
public sealed record TransitGatewayRouteRecord
{
    /// <summary>Its table.</summary>
    public required TransitGatewayRouteTableId RouteTableId { get; init; }

    /// <summary>The gateway of that table.</summary>
    public required TransitGatewayId TransitGatewayId { get; init; }

    /// <summary>The block.</summary>
    public Cidr? Destination { get; init; }

    /// <summary>Or the prefix list.</summary>
    public PrefixListId? PrefixListId { get; init; }

    /// <summary>Where it leads; null for a blackhole that somebody wanted.</summary>
    public TransitGatewayAttachmentId? AttachmentId { get; init; }

    /// <summary>Of a prefix list: pending, available, modifying, deleting.</summary>
    public TransitGatewayPrefixListReferenceState? ReferenceState { get; init; }

    /// <summary>The key.</summary>
    [JsonIgnore]
    public TransitGatewayRouteKey Key => PrefixListId is { } list
        ? TransitGatewayRouteKey.Of(RouteTableId, list)
        : TransitGatewayRouteKey.Of(RouteTableId, Destination!.Value);
}
