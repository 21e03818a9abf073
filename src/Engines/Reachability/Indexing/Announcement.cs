using Orrery.Core;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>The blocks that a VPC or VPN connection announces to the transit gateways that it is attached to.</summary>
internal sealed record Announcement(IReadOnlyList<Cidr> Blocks, TransitRouteRank Rank);
