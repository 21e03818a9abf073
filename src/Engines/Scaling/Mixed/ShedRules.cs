using Orrery.Engines.Scaling.Termination;

namespace Orrery.Engines.Scaling.Mixed;

/// <summary>
/// Which instances of a mixed group go when it scales in. Source: EC2 Auto Scaling User Guide, "Configure termination
/// policies" (the purchase option first, then zones, then policies) and "Instance weighting" (what is in service never
/// falls below the desired capacity). What would leave its option short goes last, so that nothing has to be launched
/// again (guessed).
/// </summary>
public static class ShedRules
{
    /// <summary>The instances that go, in order.</summary>
    /// <param name="facts">What decides; its purchase option and heaviest weight are found out here.</param>
    /// <param name="distribution">How the group divides its capacity.</param>
    /// <param name="desired">What the group desires.</param>
    public static IReadOnlyList<TerminationChoice> Take(TerminationFacts facts, Distribution distribution, int desired)
    {
        var wanted = MixedRules.Split(distribution, desired);
        var left = facts.Members.ToList();
        var chosen = new List<TerminationChoice>();
        while (Next(facts with { Members = left, IsMixed = true }, distribution, (desired, wanted)) is { } choice)
        {
            chosen.Add(choice);
            left.Remove(choice.Chosen!);
        }

        return chosen;
    }

    private static TerminationChoice? Next(
        TerminationFacts facts, Distribution distribution, (int Desired, (int OnDemand, int Spot) Split) wanted)
    {
        var (onDemand, spot) = (Units(facts, Purchase.OnDemand), Units(facts, Purchase.Spot));
        var surplus = onDemand + spot - wanted.Desired;
        if (surplus <= 0) return null;
        var (over, overSpot) = (onDemand - wanted.Split.OnDemand, spot - wanted.Split.Spot);
        var first = MixedRules.Excess(distribution, wanted.Desired, onDemand, spot);
        Purchase?[] options = first switch
        {
            null => [null],
            Purchase.Spot => [Purchase.Spot, Purchase.OnDemand],
            _ => [Purchase.OnDemand, Purchase.Spot],
        };
        var tries = options.Select(option => (option, Math.Min(surplus, OverOf(option))))
            .Concat(options.Select(option => (option, surplus)));
        return tries.Where(one => one.Item2 > 0)
            .Select(one => TerminationRules.Next(facts with { Purchase = one.option, MostWeight = one.Item2 }))
            .FirstOrDefault(choice => choice.Chosen is not null);

        int OverOf(Purchase? option) => option switch
        {
            Purchase.OnDemand => over,
            Purchase.Spot => overSpot,
            _ => Math.Min(over, overSpot),
        };
    }

    private static int Units(TerminationFacts facts, Purchase purchase) =>
        facts.Members.Where(member => member.Counts && member.Purchase == purchase).Sum(member => member.Weight);
}
