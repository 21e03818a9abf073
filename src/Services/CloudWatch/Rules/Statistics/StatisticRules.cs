namespace Orrery.Services.CloudWatch.Rules.Statistics;

/// <summary>
/// Statistics of buckets. Bounds in percent are ranks: the k-th of n values is at or below the percentage p when
/// k is at most p·n/100, rounded up (AWS does not say how it rounds: guessed). Source: CloudWatch User Guide,
/// "CloudWatch statistics definitions": lower bounds are exclusive, upper ones inclusive.
/// </summary>
internal static class StatisticRules
{
    /// <summary>What rounding may have added to a rank.</summary>
    private const double Slack = 1e-9;

    /// <summary>The statistic of a bucket; null where it has none.</summary>
    public static double? Of(Bucket bucket, StatisticName statistic)
    {
        if (bucket.Count <= 0) return null;
        return statistic.Function switch
        {
            StatisticFunction.SampleCount => bucket.Count,
            StatisticFunction.Average => bucket.Sum / bucket.Count,
            StatisticFunction.Sum => bucket.Sum,
            StatisticFunction.Minimum => bucket.Minimum,
            StatisticFunction.Maximum => bucket.Maximum,
            _ => bucket.IsWhole ? OfValues(bucket, statistic) : null,
        };
    }

    /// <summary>Source: User Guide, "Metrics concepts": no percentiles where a value is negative.</summary>
    private static double? OfValues(Bucket bucket, StatisticName statistic)
    {
        var values = bucket.Values;
        if (statistic.Function == StatisticFunction.Percentile)
            return bucket.Minimum < 0 ? null : AtRank(values, RankOf(statistic.Upper!.Value, bucket.Count));
        if (statistic.Function == StatisticFunction.WinsorizedMean)
            return Winsorized(bucket, statistic);
        var kept = statistic.IsPercent ? ByRank(bucket, statistic) : ByValue(values, statistic);
        var (count, sum) = (0.0, 0.0);
        foreach (var (value, weight) in kept)
        {
            count += weight;
            sum += value * weight;
        }

        return statistic.Function switch
        {
            StatisticFunction.TrimmedMean => count > 0 ? sum / count : null,
            StatisticFunction.TrimmedCount => count,
            StatisticFunction.TrimmedSum => sum,
            _ => count / bucket.Count * 100,
        };
    }

    private static double Winsorized(Bucket bucket, StatisticName statistic)
    {
        if (!statistic.IsPercent)
            return bucket.Values.Sum(each => each.Weight * Clamped(each.Value, statistic)) / bucket.Count;
        var (low, high) = Ranks(bucket, statistic);
        var kept = ByRank(bucket, statistic);
        var sum = kept.Sum(each => each.Value * each.Weight);
        var below = low > 0 ? AtRank(bucket.Values, low) * low : 0;
        var above = bucket.Count > high ? AtRank(bucket.Values, high) * (bucket.Count - high) : 0;
        return (sum + below + above) / bucket.Count;
    }

    private static double Clamped(double value, StatisticName statistic) =>
        Math.Min(
            Math.Max(value, statistic.Lower ?? double.NegativeInfinity), statistic.Upper ?? double.PositiveInfinity);

    private static IEnumerable<Weighted> ByValue(IReadOnlyList<Weighted> values, StatisticName statistic) =>
        values.Where(each => !(each.Value <= statistic.Lower) && !(each.Value > statistic.Upper));

    /// <summary>The values, in part where a bound falls into equal ones, whose rank is between the bounds.</summary>
    private static List<Weighted> ByRank(Bucket bucket, StatisticName statistic)
    {
        var (low, high) = Ranks(bucket, statistic);
        var kept = new List<Weighted>();
        var rank = 0.0;
        foreach (var (value, weight) in bucket.Values)
        {
            var inside = Math.Min(rank + weight, high) - Math.Max(rank, low);
            if (inside > 0) kept.Add(new(value, inside));
            rank += weight;
        }

        return kept;
    }

    private static (double Low, double High) Ranks(Bucket bucket, StatisticName statistic) =>
        (statistic.Lower is { } lower ? RankOf(lower, bucket.Count) : 0,
            statistic.Upper is { } upper ? RankOf(upper, bucket.Count) : bucket.Count);

    private static double RankOf(double percent, double count) =>
        Math.Min(Math.Ceiling((percent / 100 * count) - Slack), count);

    private static double AtRank(IReadOnlyList<Weighted> values, double rank)
    {
        var sum = 0.0;
        foreach (var (value, weight) in values)
        {
            sum += weight;
            if (sum >= rank - Slack) return value;
        }

        return values[^1].Value;
    }
}
