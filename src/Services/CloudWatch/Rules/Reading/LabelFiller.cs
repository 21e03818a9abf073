using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Rules.Expressions;

namespace Orrery.Services.CloudWatch.Rules.Reading;

/// <summary>Gives the dynamic parts of a label.</summary>
internal sealed class LabelFiller(ReadCall call, Series series, string usual, TimeSpan zone)
{
    /// <summary>The value of a part; null where there is no such part, or no data.</summary>
    public string? Value(string part) =>
        part.StartsWith("PROP('", StringComparison.Ordinal) && part.EndsWith("')", StringComparison.Ordinal)
            ? Property(part[6..^2])
            : part == "LABEL" ? usual
            : part == "DATAPOINT_COUNT" ? Number(series.Values.Length)
            : part == "SUM" ? Number(series.Values.Sum())
            : series.Values.Length == 0 ? null
            : OfData(part);

    private string? OfData(string part)
    {
        var last = series.Values.Length - 1;
        var least = Array.IndexOf(series.Values, series.Values.Min());
        var most = Array.IndexOf(series.Values, series.Values.Max());
        return part switch
        {
            "AVG" => Number(series.Values.Average()),
            "MIN" => At(least),
            "MAX" => At(most),
            "FIRST" => At(0),
            "LAST" => At(last),
            "MIN_MAX_RANGE" => $"{At(least)} - {At(most)}",
            "FIRST_LAST_RANGE" => $"{At(0)} - {At(last)}",
            "MIN_TIME" => Time(least),
            "MAX_TIME" => Time(most),
            "FIRST_TIME" => Time(0),
            "LAST_TIME" => Time(last),
            "MIN_TIME_RELATIVE" => Ago(least),
            "MAX_TIME_RELATIVE" => Ago(most),
            "FIRST_TIME_RELATIVE" => Ago(0),
            "LAST_TIME_RELATIVE" => Ago(last),
            "FIRST_LAST_TIME_RANGE" => $"{Time(0)} - {Time(last)}",
            "MIN_MAX_TIME_RANGE" => $"{Time(Math.Min(least, most))} - {Time(Math.Max(least, most))}",
            _ => null,
        };
    }

    private string? Property(string name) => name switch
    {
        "AccountId" => call.Account,
        "Region" => call.Region,
        "MetricName" => series.Metric?.Name,
        "Namespace" => series.Metric?.Namespace,
        "Period" => Number(series.Grid.Period),
        "Stat" => series.Statistic,
        _ when name.StartsWith("Dim.", StringComparison.Ordinal) =>
            series.Metric?.Dimensions.FirstOrDefault(dimension => dimension.Name == name[4..])?.Value,
        _ => null,
    };

    private string At(int i) => Number(series.Values[i]);

    private string Time(int i) => DateTimeOffset.FromUnixTimeSeconds(series.Times[i]).ToOffset(zone)
        .ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private string Ago(int i)
    {
        var ago = call.Now - DateTimeOffset.FromUnixTimeSeconds(series.Times[i]);
        return ago.TotalHours >= 1 ? $"{(int)ago.TotalHours}h{ago.Minutes}m ago" : $"{ago.Minutes}m ago";
    }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
