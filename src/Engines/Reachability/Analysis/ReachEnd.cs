namespace Orrery.Engines.Reachability.Analysis;

/// <summary>One side of an open question: some interfaces, the internet, other places, or all of these.</summary>
/// <param name="InterfaceIds">The interfaces.</param>
/// <param name="Internet">Whether hosts on the internet are meant too.</param>
public sealed record ReachEnd(IReadOnlyList<string> InterfaceIds, bool Internet = false)
{
    /// <summary>
    /// On-premises networks and, as destinations, gateway endpoints, by their ids, and what hosts answer themselves:
    /// resolver, instance-metadata, time-sync, windows-activation.
    /// </summary>
    public IReadOnlyList<string> PlaceIds { get; init; } = [];

    /// <summary>The internet gateway that stands for the internet behind it; null for the whole internet.</summary>
    public string? GatewayId { get; init; }
}
