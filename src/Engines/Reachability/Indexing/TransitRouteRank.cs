namespace Orrery.Engines.Reachability.Indexing;

/// <summary>
/// Which route of a transit gateway decides among those to the same block, first to last (Transit Gateway guide, "How
/// transit gateways work", route evaluation order).
/// </summary>
internal enum TransitRouteRank
{
    Static,
    PrefixList,
    PropagatedVpc,
    PropagatedVpn,

    /// <summary>Of a VPN connection without a tunnel that is up: only where no other announces the block.</summary>
    PropagatedVpnDown,
}
