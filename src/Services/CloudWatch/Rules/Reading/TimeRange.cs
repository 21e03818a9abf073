namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>
/// From when to when a request reads. Source: botocore documentation of GetMetricStatistics and GetMetricData,
/// StartTime: it is rounded down to the minute, to five minutes or to the hour by its age, and to the period where that
/// is below a minute.
/// </summary>
internal static class TimeRange
{
    private static readonly TimeSpan Minutes = TimeSpan.FromDays(15);
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromDays(63);

    /// <summary>The beginning of the first period.</summary>
    public static DateTimeOffset Begin(DateTimeOffset start, int shortest, DateTimeOffset now)
    {
        var age = now - start;
        var step = age > FiveMinutes ? 3600
            : age > Minutes ? 300
            : Math.Min(shortest, 60);
        var second = start.ToUnixTimeSeconds();
        return DateTimeOffset.FromUnixTimeSeconds(second - (second % step));
    }
}
