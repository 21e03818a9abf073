using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>
/// A part of what a VPC lets through, and on which ways: packets that it sends out in a zone and whose replies come
/// back by a subnet of the attachment, or packets that come in by a subnet and are answered from a zone.
/// </summary>
/// <param name="Zone">The zone from which the VPC sends; null where nothing needs to be answered.</param>
/// <param name="Subnet">The attachment's subnet by which it receives; null where nothing needs to come back.</param>
/// <param name="Boxes">The packets as they began.</param>
/// <param name="OverPeering">Whether what the VPC receives crosses from one transit gateway to another.</param>
internal sealed record SummaryPiece(string? Zone, SubnetNode? Subnet, Box[] Boxes, bool OverPeering = false);
