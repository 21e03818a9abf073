using Orrery.Engines.Reachability.Indexing;

namespace Orrery.Engines.Reachability.Walking;

/// <summary>A packet's coming to a transit gateway.</summary>
/// <param name="GatewayId">The transit gateway.</param>
/// <param name="AttachmentId">The attachment that it comes by.</param>
/// <param name="TableId">The route table that is associated with that attachment, or null.</param>
/// <param name="From">For a VPC's attachment: that attachment.</param>
/// <param name="Zone">For a VPC's attachment: the zone that the packet comes from.</param>
internal readonly record struct TransitArrival(
    string GatewayId, string AttachmentId, string? TableId, AttachmentNode? From = null, string? Zone = null);
