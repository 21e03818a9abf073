namespace Orrery.Engines.Scaling.Adjustments;

/// <summary>
/// Cooldowns where capacity does not warm up. Source: Application Auto Scaling User Guide, "Define cooldown periods"
/// and "Cooldown period": after a scale-out what it added counts as part of the next, so only a larger one adds, and
/// only the difference; after a scale-in nothing scales in; a scale-out ends the cooldown of a scale-in. That nothing
/// scales in while a scale-out cools down is guessed, after EC2 Auto Scaling's warm-up.
/// </summary>
public static class CooldownRules
{
    /// <summary>What a policy takes for the current capacity.</summary>
    /// <param name="current">The capacity now.</param>
    /// <param name="last">The last change by a policy.</param>
    /// <param name="cooldown">The policy's cooldown after scaling out.</param>
    /// <param name="now">The instant.</param>
    public static CapacityFacts Facts(int current, LastMove? last, TimeSpan cooldown, DateTimeOffset now) =>
        last is { IsOut: true } && now < last.At + cooldown && current > last.Base
            ? new(current, last.Base, current - last.Base)
            : CapacityFacts.AtRest(current);

    /// <summary>A decision, held back while a scale-in cools down.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="last">The last change by a policy.</param>
    /// <param name="cooldown">The policy's cooldown after scaling in.</param>
    /// <param name="now">The instant.</param>
    public static CapacityDecision Held(
        CapacityDecision decision, LastMove? last, TimeSpan cooldown, DateTimeOffset now)
    {
        if (!decision.IsIn || last is null or { IsOut: true } || now >= last.At + cooldown) return decision;
        var text = $"the cooldown lasts until {Causes.Cause.Time(last.At + cooldown)}";
        return new(decision.From, decision.From, new("COOLDOWN", text, null, [decision.Why]));
    }
}
