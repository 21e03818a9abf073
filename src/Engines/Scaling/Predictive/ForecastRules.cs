using Orrery.Core;

namespace Orrery.Engines.Scaling.Predictive;

/// <summary>
/// Forecasts of load. Source: EC2 Auto Scaling User Guide, "How predictive scaling works": hourly, for 48 hours, from
/// up to 14 days, at least 24 hours, made anew every 6 hours. AWS's way of forecasting is its own; ours is the mean of
/// the same hour of the week or of the day, with or without even growth, whichever would have forecast the last part of
/// the past best.
/// </summary>
public static class ForecastRules
{
    /// <summary>How many hours of the past count.</summary>
    public const int MostHistory = 14 * SeasonModel.Day;

    /// <summary>How many hours of the past there have to be.</summary>
    public const int LeastHistory = SeasonModel.Day;

    /// <summary>How many hours are forecast.</summary>
    public const int Horizon = 48;

    /// <summary>How often the forecast is made anew.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromHours(6);

    // Below the mean and above it by so many spreads is 1 of 10.
    private const double Tenth = 1.2816;

    // Of those that are equally good the first is taken: the plainer before the finer.
    private static readonly SeasonModel[] Models =
    [
        new(SeasonModel.Week, false), new(SeasonModel.Day, false),
        new(SeasonModel.Week, true), new(SeasonModel.Day, true),
    ];

    /// <summary>The forecast of the hours that follow a history.</summary>
    public static Forecast Make(LoadHistory past, int hours = Horizon)
    {
        var history = past.Last(MostHistory);
        var known = history.Values.Count(v => v is not null);
        if (known < LeastHistory)
        {
            var little = $"{known} hours of data, {LeastHistory} are needed";
            return new([], null, null, Reason.Of("TOO_LITTLE_HISTORY", little));
        }

        var (model, mape) = Choose(history);
        var fit = SeasonFit.To(history, model);
        var spread = fit.Spread() * Tenth;
        var points = new ForecastPoint[hours];
        for (var i = 0; i < hours; i++)
        {
            var load = fit.At(history.Values.Count + i);
            points[i] = new(history.End.AddHours(i), load, Math.Max(0, load - spread), load + spread);
        }

        var text = $"the mean of each hour of the {(model.Season == SeasonModel.Day ? "day" : "week")}"
            + $"{(model.HasTrend ? " with even growth" : "")}, from {known} hours";
        var error = mape is { } m
            ? FormattableString.Invariant($"it missed the last part of the past by {m:P1}")
            : "there was too little to try it on";
        return new(points, model, mape, new("FORECAST", text, null, [Reason.Of("MAPE", error)]));
    }

    /// <summary>The mean absolute error as a share of what came; hours in which nothing came are left out.</summary>
    public static double? Mape(IReadOnlyList<double?> actual, Func<int, double> forecast)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < actual.Count; i++)
        {
            if (actual[i] is not { } value || value == 0) continue;
            sum += Math.Abs(value - forecast(i)) / Math.Abs(value);
            count++;
        }

        return count == 0 ? null : sum / count;
    }

    // Tries each on the last part of the past: a day at least, a week at most, so that a week stays to learn from.
    private static (SeasonModel, double?) Choose(LoadHistory history)
    {
        var count = history.Values.Count;
        var tried = Math.Clamp(count - SeasonModel.Week, SeasonModel.Day, SeasonModel.Week);
        var learned = count - tried;
        if (learned < SeasonModel.Day) return (new(SeasonModel.Day, false), null);
        var rest = history.Values.Skip(learned).ToList();
        var past = history.Take(learned);
        (SeasonModel Model, double? Mape) best = (new(SeasonModel.Day, false), null);
        foreach (var model in Models)
        {
            // Growth shows from one season to the next, so there have to be two.
            if (learned < model.Season * (model.HasTrend ? 2 : 1)) continue;
            var fit = SeasonFit.To(past, model);
            if (Mape(rest, i => fit.At(learned + i)) is not { } mape) continue;
            if (best.Mape is null || mape < best.Mape - 1e-9) best = (model, mape);
        }

        return best;
    }
}
