using Orrery.Core;

namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// A static route of a transit gateway. Exactly one of <paramref name="Destination"/> and
/// <paramref name="PrefixListId"/> is set. Whether its attachment is gone is found, not told.
/// </summary>
/// <param name="Destination">The destination block, or null where a prefix list is the destination.</param>
/// <param name="PrefixListId">The destination prefix list, or null.</param>
/// <param name="AttachmentId">The attachment that it leads to; null for a blackhole that somebody wanted.</param>
public sealed record TransitGatewayRoute(Cidr? Destination, string? PrefixListId, string? AttachmentId);
