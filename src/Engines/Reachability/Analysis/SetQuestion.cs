using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>Where packets must end, and where their replies must, to count as delivered.</summary>
internal sealed record SetQuestion
{
    /// <summary>The interfaces that are to be reached, by class, and at which addresses.</summary>
    public IReadOnlyDictionary<StationClass, RangeSet> Targets { get; init; } = NoTargets;

    /// <summary>Whether hosts on the internet are to be reached.</summary>
    public bool ToInternet { get; init; }

    /// <summary>The on-premises network, gateway endpoint or service that is to be reached, or null.</summary>
    public string? ToPlace { get; init; }

    /// <summary>Whether any interface at all counts as reached.</summary>
    public bool AnyInterface { get; init; }

    /// <summary>Where the walk is about one VPC: who takes what leaves it.</summary>
    public ISetExits? Exits { get; init; }

    private static IReadOnlyDictionary<StationClass, RangeSet> NoTargets { get; } =
        new Dictionary<StationClass, RangeSet>();

    /// <summary>The internet gateway by which packets must come in from the internet, or null for any.</summary>
    public string? FromGateway { get; init; }

    /// <summary>The internet gateway by which packets must leave for the internet, or null for any.</summary>
    public string? ToGateway { get; init; }
}
