using Orrery.Engines.Reachability.Indexing;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>Who is at one end of what got through: interfaces, a place, or (neither) hosts on the internet.</summary>
internal readonly record struct EndKey(StationClass? Group, string? PlaceId)
{
    public bool IsInternet => Group is null && PlaceId is null;
}
