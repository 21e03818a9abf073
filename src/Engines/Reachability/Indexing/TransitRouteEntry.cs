using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>A route of a transit gateway's table, static or propagated, and the block of it that matches.</summary>
internal sealed record TransitRouteEntry(
    Cidr Block, TransitGatewayRoute Route, TransitRouteRank Rank, long Since = 0)
{
    public bool Propagated => Rank >= TransitRouteRank.PropagatedVpc;

    /// <summary>Negative where this one decides before another to the same block.</summary>
    public int CompareTo(TransitRouteEntry other) => Rank != other.Rank
        ? Rank.CompareTo(other.Rank)
        : Since != other.Since ? Since.CompareTo(other.Since)
        : string.CompareOrdinal(Route.AttachmentId, other.Route.AttachmentId);
}
