using Orrery.Core;

namespace Orrery.Engines.Scaling.Termination;

/// <summary>
/// Which instance goes when a group scales in. Source: EC2 Auto Scaling User Guide, "Configure termination policies"
/// and "Use instance scale-in protection". Balance of zones comes before every policy; in a mixed group the purchase
/// option comes before both. That a zone which the group has left goes first, that only what is in service may go, and
/// that chance decides after other policies too, is guessed.
/// </summary>
public static class TerminationRules
{
    private static readonly TerminationPolicy[] Plain =
        [TerminationPolicy.OldestLaunchConfiguration, TerminationPolicy.OldestLaunchTemplate,
            TerminationPolicy.ClosestToNextInstanceHour];

    private static readonly TerminationPolicy[] Mixed = [TerminationPolicy.AllocationStrategy, .. Plain];

    /// <summary>The order in which policies narrow the choice, the default taken apart.</summary>
    public static IReadOnlyList<TerminationPolicy> OrderOf(IReadOnlyList<TerminationPolicy> policies, bool isMixed)
    {
        var named = policies.Count == 0 ? [TerminationPolicy.Default] : policies;
        return [.. named.SelectMany(p => p != TerminationPolicy.Default ? [p] : isMixed ? Mixed : Plain)];
    }

    /// <summary>The instance that goes next.</summary>
    public static TerminationChoice Next(TerminationFacts facts)
    {
        var steps = new List<Reason>();
        var left = Eligible(facts, steps);
        if (left.Count == 0) return new(null, new("NONE_ELIGIBLE", "no instance may be terminated", null, steps));
        left = FullestZones(facts, left, steps);
        foreach (var policy in OrderOf(facts.Policies, facts.IsMixed))
        {
            if (left.Count == 1) break;
            var narrowed = First(policy, left, facts.Now);
            if (narrowed.Count < left.Count)
                steps.Add(Reason.Of(policy.ToString(), $"{policy} leaves {Count(narrowed)} of {left.Count}"));
            left = narrowed;
        }

        var chosen = left.Count == 1 ? left[0] : left.MinBy(c => (Chance.Of(facts.Seed, c.Id), c.Id))!;
        if (left.Count > 1) steps.Add(Reason.Of("RANDOM", $"chance chose one of {left.Count} that are equal"));
        return new(chosen, new("SELECTED", $"{chosen.Id} is selected for termination", chosen.Id, steps));
    }

    /// <summary>
    /// Several that go, in the order in which they would go one by one; fewer where not so many may. The reasons are
    /// short: <see cref="Next"/> tells them whole.
    /// </summary>
    /// <param name="facts">What decides.</param>
    /// <param name="count">How many.</param>
    public static IReadOnlyList<TerminationChoice> Take(TerminationFacts facts, int count)
    {
        var steps = new List<Reason>();
        var queues = new Queues(facts, Eligible(facts, steps));
        var order = string.Join(", ", OrderOf(facts.Policies, facts.IsMixed));
        steps.Add(Reason.Of("ORDER", $"the zone with the most first, then {order}, then chance"));
        var chosen = new List<TerminationChoice>();
        while (chosen.Count < count && queues.Next() is { } one)
            chosen.Add(new(one, new("SELECTED", $"{one.Id} is selected for termination", one.Id, steps)));
        return chosen;
    }

    private static List<Candidate> Eligible(TerminationFacts facts, List<Reason> steps)
    {
        var eligible = facts.Members.Where(c => c.IsEligible && c.Weight <= facts.MostWeight).ToList();
        var sheltered = facts.Members.Count(c => c.Protected && c.State == CandidateState.InService);
        if (sheltered > 0) steps.Add(Reason.Of("PROTECTED", $"{sheltered} are protected from scale in"));
        if (facts.Purchase is not { } purchase) return eligible;
        var ofOption = eligible.Where(c => c.Purchase == purchase).ToList();
        steps.Add(Reason.Of("PURCHASE_OPTION", $"{purchase} goes: {Count(ofOption)} of {eligible.Count}"));
        return ofOption;
    }

    private static List<Candidate> FullestZones(TerminationFacts facts, List<Candidate> left, List<Reason> steps)
    {
        var counts = new Dictionary<string, int>();
        foreach (var member in facts.Members.Where(c => c.Counts))
            counts[member.Zone] = counts.GetValueOrDefault(member.Zone) + member.Weight;
        var gone = left.Where(c => !c.ZoneEnabled).ToList();
        if (gone.Count > 0)
        {
            steps.Add(Reason.Of("ZONE_LEFT", $"{Count(gone)} in zones that the group has left"));
            return gone;
        }

        var most = left.Max(c => counts[c.Zone]);
        var zones = counts.Where(z => z.Value == most).Select(z => z.Key).Order(StringComparer.Ordinal).ToHashSet();
        var fullest = left.Where(c => zones.Contains(c.Zone)).ToList();
        if (fullest.Count < left.Count)
            steps.Add(Reason.Of("ZONE", $"{string.Join(", ", zones)} has the most, {most}"));
        return fullest;
    }

    private static List<Candidate> First(TerminationPolicy policy, List<Candidate> left, DateTimeOffset now)
    {
        var places = left.ConvertAll(c => Rank.Of(policy, c, now));
        var least = places.Min();
        return [.. left.Where((_, i) => places[i] == least)];
    }

    private static string Count(List<Candidate> left) => left.Count == 1 ? left[0].Id : $"{left.Count}";
}
