namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// A route table of a transit gateway: its static routes. Propagated routes are not listed: they follow from the
/// attachments that propagate to it.
/// </summary>
/// <param name="Id">The resource id.</param>
public sealed record TransitGatewayRouteTable(string Id) : Element(Id)
{
    /// <summary>The transit gateway that it belongs to.</summary>
    public required string TransitGatewayId { get; init; }

    /// <summary>Its static routes and prefix list references.</summary>
    public IReadOnlyList<TransitGatewayRoute> Routes { get; init; } = [];
}
