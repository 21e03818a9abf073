namespace Orrery.Engines.Scaling.Adjustments;

/// <summary>One step of a policy: where it applies, relative to the threshold of the alarm, and its number.</summary>
/// <param name="Lower">Its lower bound; null for no bound.</param>
/// <param name="Upper">Its upper bound; null for no bound.</param>
/// <param name="Amount">The number, meant as the policy's kind says.</param>
public sealed record StepInterval(double? Lower, double? Upper, int Amount)
{
    /// <summary>The bounds, for people.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"[{Lower?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-infinity"}, {
            Upper?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "infinity"}]: {Amount}");
}
