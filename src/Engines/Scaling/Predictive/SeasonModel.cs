namespace Orrery.Engines.Scaling.Predictive;

/// <summary>A way to forecast: what repeats, and whether it grows.</summary>
/// <param name="Season">The hours after which it repeats: a day or a week.</param>
/// <param name="HasTrend">Whether it grows or shrinks evenly.</param>
public sealed record SeasonModel(int Season, bool HasTrend)
{
    /// <summary>The hours of a day.</summary>
    public const int Day = 24;

    /// <summary>The hours of a week.</summary>
    public const int Week = 7 * Day;
}
