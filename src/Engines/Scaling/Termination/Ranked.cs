namespace Orrery.Engines.Scaling.Termination;

/// <summary>An instance with its places under all policies and what chance gave it, worked out once.</summary>
internal sealed class Ranked(Candidate candidate, IReadOnlyList<TerminationPolicy> order, TerminationFacts facts)
    : IComparable<Ranked>
{
    private readonly (long, long)[] _places = [.. order.Select(p => Rank.Of(p, candidate, facts.Now))];
    private readonly ulong _chance = Chance.Of(facts.Seed, candidate.Id);

    /// <summary>The instance.</summary>
    public Candidate Candidate => candidate;

    /// <summary>Which goes first.</summary>
    public int CompareTo(Ranked? other)
    {
        if (other is null) return 1;
        for (var i = 0; i < _places.Length; i++)
            if (_places[i].CompareTo(other._places[i]) is var place and not 0)
                return place;
        var chance = _chance.CompareTo(other._chance);
        return chance != 0 ? chance : string.CompareOrdinal(candidate.Id, other.Candidate.Id);
    }
}
