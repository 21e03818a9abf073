namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// A peering attachment between two transit gateways: one id, an association of its own on each side, static routes
/// only.
/// </summary>
/// <param name="Id">The resource id, the same on both sides.</param>
/// <param name="RequesterId">The transit gateway that asked.</param>
/// <param name="AccepterId">The transit gateway that was asked.</param>
public sealed record TransitGatewayPeering(string Id, string RequesterId, string AccepterId) : Element(Id)
{
    /// <summary>Whether it carries packets (state available).</summary>
    public bool Functional { get; init; } = true;

    /// <summary>The route table of the requester's side for packets that come in by it, or null.</summary>
    public string? RequesterRouteTableId { get; init; }

    /// <summary>The route table of the accepter's side for packets that come in by it, or null.</summary>
    public string? AccepterRouteTableId { get; init; }

    /// <summary>The transit gateway on the other side of one, or null where that one is not a side.</summary>
    public string? PeerOf(string transitGatewayId) =>
        transitGatewayId == RequesterId ? AccepterId : transitGatewayId == AccepterId ? RequesterId : null;

    /// <summary>The route table that a side associates with it, or null.</summary>
    public string? RouteTableOf(string transitGatewayId) =>
        transitGatewayId == RequesterId ? RequesterRouteTableId
        : transitGatewayId == AccepterId ? AccepterRouteTableId
        : null;
}
