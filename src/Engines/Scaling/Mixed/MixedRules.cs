using Orrery.Core;

namespace Orrery.Engines.Scaling.Mixed;

/// <summary>
/// On-Demand and Spot in one group. Source: EC2 Auto Scaling User Guide, "Auto Scaling groups with multiple instance
/// types and purchase options", the table of its scaling behavior, and "Instance weighting": zones first, then the
/// strategy; launch until the desired capacity is reached, so there may be more by less than the largest weight. A part
/// of a unit goes to On-Demand (guessed: the documented examples have none). Spot that cannot be had is not replaced by
/// On-Demand.
/// </summary>
public static class MixedRules
{
    /// <summary>How a capacity is divided.</summary>
    public static (int OnDemand, int Spot) Split(Distribution distribution, int capacity)
    {
        var first = Math.Min(capacity, distribution.OnDemandBase);
        var above = ((long)(capacity - first) * distribution.OnDemandPercent + 99) / 100;
        var onDemand = first + (int)above;
        return (onDemand, capacity - onDemand);
    }

    /// <summary>Of which option a group has too much when it scales in; null where either may go.</summary>
    /// <param name="distribution">How it divides its capacity.</param>
    /// <param name="desired">What it desires from now on.</param>
    /// <param name="onDemand">What it has On-Demand.</param>
    /// <param name="spot">What it has on Spot.</param>
    public static Purchase? Excess(Distribution distribution, int desired, int onDemand, int spot)
    {
        var wanted = Split(distribution, desired);
        var (over, overSpot) = (onDemand - wanted.OnDemand, spot - wanted.Spot);
        return over == overSpot ? null : over > overSpot ? Purchase.OnDemand : Purchase.Spot;
    }

    /// <summary>What to launch until the group has what it desires.</summary>
    public static MixedPlan Plan(Distribution distribution, MixedFacts facts)
    {
        var wanted = Split(distribution, facts.Desired);
        var board = new LaunchBoard(distribution, facts);
        var gap = facts.Desired - facts.OnDemand - facts.Spot;

        // What exceeds on one side counts as capacity, so the other side gets no more than the gap.
        var missing = board.Fill(Purchase.OnDemand, Math.Min(gap, wanted.OnDemand - facts.OnDemand));
        gap -= board.Units;
        missing += board.Fill(Purchase.Spot, Math.Min(gap - missing, wanted.Spot - facts.Spot));
        var because = board.Launches
            .Select(l => Reason.Of(l.Purchase.ToString(), $"{l.Count} x {l.Pool.Type} in {l.Pool.Zone}"))
            .ToList();
        if (missing > 0) because.Add(Reason.Of("INSUFFICIENT_CAPACITY", $"{missing} units cannot be had now"));
        var text = $"{facts.Desired} is {wanted.OnDemand} On-Demand and {wanted.Spot} Spot";
        return new(board.Launches, missing, new("DISTRIBUTION", text, null, because));
    }
}
