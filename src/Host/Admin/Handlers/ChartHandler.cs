using System.Globalization;
using System.Text;
using Orrery.Contracts.Metrics;
using Orrery.Core;
using Orrery.Host.Admin.Shapes;
using Orrery.Host.Drawing;
using Orrery.Kernel.Calls;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin.Handlers;

/// <summary><c>/_orrery/chart</c>: a statistic of a metric, as a picture or as data.</summary>
internal static class ChartHandler
{
    private const string SvgType = "image/svg+xml";
    private const int MostPoints = 5000;
    private const int UsualPoints = 180;
    private static readonly TimeSpan UsualLength = TimeSpan.FromHours(3);
    private static readonly int[] Periods = [60, 300, 900, 3600, 21_600, 86_400];

    public static async Task<WireResponse> ShowAsync(Station station, AdminCall call)
    {
        var world = await station.Worlds.FindAsync(call.World);
        var info = Inquiry.Info(station, call, world, "orrery:Chart");
        var metrics = Inquiry.Port<IMetrics>(world);
        var chart = world.Query(info, read => ChartOf(call, metrics, read));
        return call.Query("format") == "svg"
            ? WireResponse.Of(200, SvgType, Encoding.UTF8.GetBytes(ChartPainter.Paint(chart)))
            : AdminCall.Json(chart, AdminJson.Default.ChartView);
    }

    private static ChartView ChartOf(AdminCall call, IMetrics metrics, ReadCall read)
    {
        var metric = MetricOf(call);
        var length = Length(call);
        var period = Period(call, length, read.Now);
        var end = read.Now.ToUnixTimeSeconds() / period * period + period;
        var to = DateTimeOffset.FromUnixTimeSeconds(end);
        var begin = (end - (long)length.TotalSeconds) / period * period;
        if ((end - begin) / period > MostPoints)
            throw new ServiceException("InvalidParameter", $"That is more than {MostPoints} periods.");
        var from = DateTimeOffset.FromUnixTimeSeconds(begin);
        var statistic = call.Query("statistic") ?? "Average";
        var points = metrics.Read(read, new(metric, statistic, TimeSpan.FromSeconds(period), from, to));
        var title = string.Join(' ', [
            metric.Namespace, metric.Name, .. metric.Dimensions.Select(each => $"{each.Name}={each.Value}")]);
        var values = points.Select(point => new ChartPoint(point.At, point.Value));
        return new(title, statistic, period, from, to, [.. values]);
    }

    private static MetricId MetricOf(AdminCall call)
    {
        var name = call.Query("namespace") ?? throw new ServiceException("MissingParameter", "'namespace' is missing.");
        var metric = call.Query("metric") ?? throw new ServiceException("MissingParameter", "'metric' is missing.");
        var dimensions = (call.Query("dimensions") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Select(each => each.Split('=', 2))
            .Select(pair => pair.Length == 2
                ? new MetricDimension(pair[0], pair[1])
                : throw new ServiceException("InvalidParameter", $"'{pair[0]}' is no dimension: write NAME=VALUE."))
            .OrderBy(each => each.Name, StringComparer.Ordinal);
        return new(name, metric, [.. dimensions]);
    }

    private static TimeSpan Length(AdminCall call)
    {
        if (call.Query("since") is not { } text) return UsualLength;
        return Durations.TryParse(text, out var length) && length > TimeSpan.Zero
            ? length
            : throw new ServiceException("InvalidParameter", $"'since' is not {Durations.Help}: {text}");
    }

    /// <summary>The period that was asked for, or one that fits a screen and has old points too.</summary>
    private static int Period(AdminCall call, TimeSpan length, DateTimeOffset now)
    {
        if (call.Query("period") is { } text)
        {
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var period) && period > 0
                && period <= now.ToUnixTimeSeconds()
                ? period
                : throw new ServiceException("InvalidParameter", $"'period' is no number of seconds: {text}");
        }

        var kept = length.TotalDays > 63 ? 3600 : length.TotalDays > 15 ? 300 : 60;
        var wanted = Math.Max(kept, length.TotalSeconds / UsualPoints);
        return Array.Find(Periods, each => each >= wanted) is > 0 and var found ? found : Periods[^1];
    }
}
