namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>What happens from one value of a series to the next. The first one has nothing before it.</summary>
internal static class Changes
{
    /// <summary>DIFF.</summary>
    public static Series Difference(Series series) =>
        series.With(i => i == 0 ? double.NaN : series.Values[i] - series.Values[i - 1]);

    /// <summary>DIFF_TIME: seconds.</summary>
    public static Series TimeDifference(Series series) =>
        series.With(i => i == 0 ? double.NaN : series.Times[i] - series.Times[i - 1]);

    /// <summary>RATE: by the second.</summary>
    public static Series Rate(Series series) => series.With(i => i == 0
        ? double.NaN
        : (series.Values[i] - series.Values[i - 1]) / (series.Times[i] - series.Times[i - 1]));

    /// <summary>RUNNING_SUM.</summary>
    public static Series RunningSum(Series series)
    {
        var sum = 0.0;
        return series.With(i => sum += series.Values[i]);
    }
}
