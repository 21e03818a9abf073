using Orrery.Core;

namespace Orrery.Engines.Scaling;

/// <summary>What a group shall desire from now on, and why.</summary>
/// <param name="From">What it desires now.</param>
/// <param name="To">What it shall desire; the same where nothing is done.</param>
/// <param name="Why">The reasons.</param>
/// <param name="Max">The new maximum, where the decision raises it; null where it stays.</param>
public sealed record CapacityDecision(int From, int To, Reason Why, int? Max = null)
{
    /// <summary>Whether it changes anything.</summary>
    public bool IsChange => To != From || Max is not null;

    /// <summary>Whether it adds capacity.</summary>
    public bool IsOut => To > From;

    /// <summary>Whether it takes capacity away.</summary>
    public bool IsIn => To < From;

    /// <summary>The same as a yes or a no to changing anything, to be explained like every other.</summary>
    public Decision AsDecision() => IsChange ? Decision.Yes(Why) : Decision.No(Why);

    /// <summary>A decision to leave things as they are.</summary>
    public static CapacityDecision Hold(int desired, string code, string text) =>
        new(desired, desired, Reason.Of(code, text));

    /// <summary>A decision for a capacity that a policy wants, held within the limits.</summary>
    /// <param name="desired">What the group desires now.</param>
    /// <param name="wanted">What the policy wants.</param>
    /// <param name="limits">The limits of the group.</param>
    /// <param name="why">Why the policy wants it.</param>
    public static CapacityDecision Within(int desired, int wanted, Limits limits, Reason why)
    {
        var to = limits.Clamp(wanted);
        if (to == wanted) return new(desired, to, why);
        var bound = wanted > to
            ? Reason.Of("MAX_SIZE", $"{wanted} is more than the maximum {limits.Max}")
            : Reason.Of("MIN_SIZE", $"{wanted} is less than the minimum {limits.Min}");
        return new(desired, to, why with { Because = [.. why.Because, bound] });
    }
}
