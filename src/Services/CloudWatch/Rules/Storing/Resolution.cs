namespace Orrery.Services.CloudWatch.Rules.Storing;

/// <summary>
/// The resolutions in which points are kept, and for how long. Source: CloudWatch User Guide, "Metrics concepts",
/// Metrics retention.
/// </summary>
/// <param name="Digit">How keys name it: finer ones first.</param>
/// <param name="Seconds">The length of an interval.</param>
/// <param name="Kept">How long points are kept in it.</param>
/// <param name="Span">How many seconds share a row.</param>
/// <param name="Values">How many distinct values of an interval are kept apart.</param>
internal sealed record Resolution(char Digit, int Seconds, TimeSpan Kept, int Span, int Values)
{
    /// <summary>Finest first.</summary>
    public static readonly IReadOnlyList<Resolution> All =
    [
        new('0', 1, TimeSpan.FromHours(3), 600, 1000),
        new('1', 60, TimeSpan.FromDays(15), 7200, 1000),
        new('2', 300, TimeSpan.FromDays(63), 43_200, 200),
        new('3', 3600, TimeSpan.FromDays(455), 432_000, 200),
    ];

    /// <summary>The resolution of what is put: seconds for high-resolution metrics, minutes otherwise.</summary>
    public static Resolution OfPut(bool isHigh) => All[isHigh ? 0 : 1];

    /// <summary>The next coarser one; null for the last.</summary>
    public Resolution? Next => Digit == '3' ? null : All[Digit - '0' + 1];

    /// <summary>For how many seconds points are kept in it.</summary>
    public long KeptSeconds { get; } = (long)Kept.TotalSeconds;
}
