namespace Orrery.Engines.Scaling.Termination;

/// <summary>
/// The instances of a group that may go, each zone in its order: for many at once, without looking at all of them for
/// each.
/// </summary>
internal sealed class Queues
{
    private readonly Dictionary<string, int> _capacity = [];
    private readonly Dictionary<string, Queue<Ranked>> _zones;
    private readonly Queue<Ranked> _left;

    /// <summary>Puts those that may go in line.</summary>
    public Queues(TerminationFacts facts, IEnumerable<Candidate> eligible)
    {
        foreach (var member in facts.Members)
            if (member.Counts)
                _capacity[member.Zone] = _capacity.GetValueOrDefault(member.Zone) + member.Weight;
        var order = TerminationRules.OrderOf(facts.Policies, facts.IsMixed);
        var ranked = eligible.Select(c => new Ranked(c, order, facts)).Order().ToList();
        _left = new(ranked.Where(r => !r.Candidate.ZoneEnabled));
        _zones = ranked.Where(r => r.Candidate.ZoneEnabled).GroupBy(r => r.Candidate.Zone)
            .ToDictionary(z => z.Key, z => new Queue<Ranked>(z));
    }

    /// <summary>The next that goes; null where there is none.</summary>
    public Candidate? Next()
    {
        var queue = _left.Count > 0 ? _left : Fullest();
        if (queue is null) return null;
        var one = queue.Dequeue().Candidate;
        _capacity[one.Zone] -= one.Weight;
        return one;
    }

    private Queue<Ranked>? Fullest()
    {
        Queue<Ranked>? best = null;
        var most = 0;
        foreach (var (zone, queue) in _zones)
        {
            if (queue.Count == 0) continue;
            var capacity = _capacity[zone];
            if (best is null || capacity > most || (capacity == most && queue.Peek().CompareTo(best.Peek()) < 0))
                (best, most) = (queue, capacity);
        }

        return best;
    }
}
