using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>Where packets must end, and where their replies must, to count as delivered.</summary>
internal sealed record SetQuestion
{
    /// <summary>
    /// The interfaces that are to be reached, by class, and at which addresses; null for the internet.
    /// </summary>
    public IReadOnlyDictionary<StationClass, RangeSet>? Targets { get; init; }

    /// <summary>The internet gateway by which packets must come in from the internet, or null for any.</summary>
    public string? FromGateway { get; init; }

    /// <summary>The internet gateway by which packets must leave for the internet, or null for any.</summary>
    public string? ToGateway { get; init; }
}
