using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>Something that gets through, both ways.</summary>
/// <param name="SourceIds">The interfaces, or the place, that can begin; empty for the internet.</param>
/// <param name="DestinationIds">The interfaces, or the place, that are reached; empty for the internet.</param>
/// <param name="Packets">Exactly the packets that get through, as they are when they begin.</param>
/// <param name="Witness">One flow of them: its trace explains the way.</param>
public sealed record Finding(
    IReadOnlyList<string> SourceIds, IReadOnlyList<string> DestinationIds, PacketSet Packets, Flow Witness)
{
    /// <summary>The packets as lines that a person can read. Made anew at each call.</summary>
    public IReadOnlyList<string> Lines => PacketText.Lines(Packets, InternetHosts);

    /// <summary>Where hosts on the internet begin: the addresses of all such hosts.</summary>
    internal RangeSet? InternetHosts { get; init; }
}
