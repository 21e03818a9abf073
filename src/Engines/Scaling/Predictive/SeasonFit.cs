namespace Orrery.Engines.Scaling.Predictive;

/// <summary>
/// A model fitted to a history, in one pass for each of its parts: growth from what changed between the same hours of
/// one season and the next; then the mean of each hour of the season, growth taken out. An hour without data has the
/// mean of its hour of the day, else of all.
/// </summary>
internal sealed class SeasonFit
{
    private readonly LoadHistory _history;
    private readonly double[] _season;
    private readonly double _slope;

    private SeasonFit(LoadHistory history, double[] season, double slope) =>
        (_history, _season, _slope) = (history, season, slope);

    /// <summary>Fits a model.</summary>
    public static SeasonFit To(LoadHistory history, SeasonModel model)
    {
        var slope = model.HasTrend ? Slope(history.Values, model.Season) : 0;
        var season = Means(history.Values, model.Season, slope);
        var day = model.Season == SeasonModel.Day ? season : Means(history.Values, SeasonModel.Day, slope);
        var all = day.Where(m => !double.IsNaN(m)).DefaultIfEmpty(0).Average();
        for (var i = 0; i < season.Length; i++)
        {
            if (!double.IsNaN(season[i])) continue;
            var ofDay = day[i % SeasonModel.Day];
            season[i] = double.IsNaN(ofDay) ? all : ofDay;
        }

        return new(history, season, slope);
    }

    /// <summary>The value of an hour, counted from the beginning of the history; never below 0.</summary>
    public double At(int hour) =>
        Math.Max(0, _season[hour % _season.Length] + (_slope * (hour - _history.Values.Count)));

    /// <summary>The spread of what the model missed of its own past.</summary>
    public double Spread()
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < _history.Values.Count; i++)
        {
            if (_history.Values[i] is not { } value) continue;
            sum += Math.Pow(value - At(i), 2);
            count++;
        }

        return count == 0 ? 0 : Math.Sqrt(sum / count);
    }

    private static double Slope(IReadOnlyList<double?> values, int season)
    {
        var (sum, count) = (0.0, 0);
        for (var i = season; i < values.Count; i++)
        {
            if (values[i] is not { } now || values[i - season] is not { } before) continue;
            sum += now - before;
            count++;
        }

        return count == 0 ? 0 : sum / count / season;
    }

    private static double[] Means(IReadOnlyList<double?> values, int season, double slope)
    {
        var (sums, counts) = (new double[season], new int[season]);
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value) continue;
            sums[i % season] += value - (slope * (i - values.Count));
            counts[i % season]++;
        }

        return [.. sums.Select((sum, i) => counts[i] == 0 ? double.NaN : sum / counts[i])];
    }
}
