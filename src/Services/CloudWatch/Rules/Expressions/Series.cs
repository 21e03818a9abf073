using Orrery.Contracts.Metrics;

namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>A time series.</summary>
/// <param name="Times">The periods that have a value, in seconds of Unix time, in order.</param>
/// <param name="Values">Their values.</param>
/// <param name="Grid">Where its periods can be.</param>
internal sealed record Series(long[] Times, double[] Values, Reading.PeriodGrid Grid)
{
    /// <summary>The id of the query that made it, of something that a search found, the query's.</summary>
    public string Id { get; init; } = "";

    /// <summary>How it is called, with the dynamic parts not yet filled in.</summary>
    public string? Label { get; init; }

    /// <summary>The metric, where it is a statistic of one.</summary>
    public MetricId? Metric { get; init; }

    /// <summary>The statistic, where it is one of a metric.</summary>
    public string? Statistic { get; init; }

    /// <summary>The unit that was asked for.</summary>
    public string? Unit { get; init; }

    /// <summary>How many samples each period has, where that is known.</summary>
    public double[]? Counts { get; init; }

    /// <summary>The value of a period.</summary>
    public double? At(long time) => Array.BinarySearch(Times, time) is >= 0 and var index ? Values[index] : null;

    /// <summary>The same series with other values; those that are no numbers are left out.</summary>
    public Series With(Func<int, double> value)
    {
        var (times, values) = (new List<long>(Times.Length), new List<double>(Times.Length));
        for (var i = 0; i < Times.Length; i++)
        {
            if (value(i) is var result && double.IsFinite(result))
            {
                times.Add(Times[i]);
                values.Add(result);
            }
        }

        return this with { Times = [.. times], Values = [.. values], Counts = null };
    }

    /// <summary>A series of points in order.</summary>
    public Series Of(IEnumerable<(long Time, double Value)> points)
    {
        var list = points.Where(point => double.IsFinite(point.Value)).ToList();
        return this with
        {
            Times = [.. list.Select(point => point.Time)],
            Values = [.. list.Select(point => point.Value)],
            Counts = null,
        };
    }
}
