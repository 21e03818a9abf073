namespace Orrery.Engines.Scaling.Adjustments;

/// <summary>
/// What an adjustment makes of a capacity. Source: EC2 Auto Scaling User Guide, "Step and simple scaling policies",
/// Scaling adjustment types.
/// </summary>
public static class AdjustmentRules
{
    /// <summary>Rounds a change: towards 0, but never to 0 what is not 0.</summary>
    public static int Round(double change) => change switch
    {
        > 0 and < 1 => 1,
        < 0 and > -1 => -1,
        _ => (int)Math.Truncate(change),
    };

    /// <summary>The capacity after an adjustment, without limits; never below 0.</summary>
    /// <param name="adjustment">The adjustment.</param>
    /// <param name="current">The current capacity.</param>
    public static int Apply(Adjustment adjustment, int current) => adjustment.Kind switch
    {
        AdjustmentKind.ExactCapacity => adjustment.Amount,
        AdjustmentKind.ChangeInCapacity => Math.Max(0, current + adjustment.Amount),
        _ => Math.Max(0, current + Percent(adjustment, current)),
    };

    /// <summary>Whether an adjustment can only add, only take away, or do either.</summary>
    /// <returns>1, -1, or 0 for an exact capacity and for no change.</returns>
    public static int DirectionOf(Adjustment adjustment) =>
        adjustment.Kind == AdjustmentKind.ExactCapacity ? 0 : Math.Sign(adjustment.Amount);

    private static int Percent(Adjustment adjustment, int current)
    {
        // In whole numbers: a hundredth has no exact double.
        var product = (long)current * adjustment.Amount;
        var change = product % 100 == 0 ? (int)(product / 100) : Round(product / 100.0);
        return adjustment.Amount == 0
            ? 0
            : Math.Sign(adjustment.Amount) * Math.Max(Math.Abs(change), adjustment.MinMagnitude);
    }
}
