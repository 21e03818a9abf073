using System.Globalization;
using System.Text.Json;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// Why a metric alarm goes to another state, as AWS writes it. Source: the reasons in the examples of the CloudWatch
/// User Guide and the AWS CLI Command Reference; the words for a mix of real and missing points are guessed.
/// </summary>
internal sealed class MetricReason
{
    private const int MostNamed = 5;

    // A reason has 4,000 characters at most: the newest points tell enough.
    private const int MostPoints = 30;

    private readonly AlarmWatchRecord _watch;
    private readonly AlarmTerms _terms;
    private readonly AlarmLook _look;
    private readonly StateValue _from;
    private readonly StateValue _to;
    private readonly DateTimeOffset _now;
    private readonly List<WatchPoint> _counted;

    /// <summary>The reason of an evaluation.</summary>
    public MetricReason(
        AlarmWatchRecord watch, AlarmTerms terms, AlarmLook look, StateValue from, DateTimeOffset now)
    {
        (_watch, _terms, _look, _from, _now) = (watch, terms, look, from, now);
        _to = AlarmLook.StateAfter(look.Verdict, from);
        _counted = [.. Enumerable.Reverse(look.Points).Where(IsReal).Take(terms.Periods)];
    }

    /// <summary>In words.</summary>
    public string Text()
    {
        var missing = _terms.Periods - _counted.Count;
        if (_to == StateValue.InsufficientData)
            return $"Insufficient Data: {Many(missing, "datapoint")} {Were(missing)} unknown.";
        var crossing = _counted.Where(p => _terms.StateOf(p) == Wanted).ToList();
        if (crossing.Count == 0 && missing > 0)
        {
            return $"Threshold Crossed: no datapoints were received for {Many(missing, "period")} and "
                + $"{Many(missing, "missing datapoint")} {Were(missing)} treated as [{Treatment}].";
        }

        var (named, more) = (crossing.Take(MostNamed).Select(Name), crossing.Count > MostNamed ? ", ..." : "");
        var filled = missing > 0 && _terms.Missing is MissingData.Breaching or MissingData.NotBreaching
            ? $" and {Many(missing, "missing datapoint")} {Were(missing)} treated as [{Treatment}]"
            : "";
        return $"{Begin}: {crossing.Count} out of the last {Many(_counted.Count, "datapoint", plural: true)} "
            + $"[{string.Join(", ", named)}{more}] {Were(crossing.Count)} {Comparison}{filled} "
            + $"(minimum {Many(Least, "datapoint")} for {_from.ToWire()} -> {_to.ToWire()} transition).";
    }

    /// <summary>As JSON.</summary>
    public string Data() => JsonTexts.Object(json =>
    {
        json.WriteString("version", "1.0");
        json.WriteString("queryDate", JsonText.Stamp(_now));
        if (_counted.Count > 0) json.WriteString("startDate", JsonText.Stamp(StatRead.At(_counted[^1].Second)));
        if (_watch.Unit is { } unit) json.WriteString("unit", unit.ToWire());
        if (_terms.Statistic is { } statistic) json.WriteString("statistic", statistic);
        json.WriteNumber("period", _terms.Period);
        var oldestFirst = Enumerable.Reverse(_counted.Take(MostPoints)).ToList();
        WriteNumbers(json, "recentDatapoints", oldestFirst.Select(p => p.Value));
        if (_watch.Threshold is { } threshold) JsonText.WriteDouble(json, "threshold", threshold);
        if (IsBand)
        {
            WriteNumbers(json, "recentLowerThresholds", oldestFirst.Select(p => p.Lower));
            WriteNumbers(json, "recentUpperThresholds", oldestFirst.Select(p => p.Upper));
        }

        WriteEvaluated(json);
    });

    private bool IsBand => _watch.ThresholdMetricId is not null;

    private string Begin => IsBand ? "Thresholds Crossed" : "Threshold Crossed";

    private string Treatment => _terms.Missing == MissingData.Breaching ? "Breaching" : "NonBreaching";

    private PointState Wanted => _to == StateValue.Alarm ? PointState.Breaching : PointState.Fine;

    /// <summary>How many points the transition takes: M into ALARM, and N - M + 1 out of it.</summary>
    private int Least => _to == StateValue.Alarm ? _terms.Needed : _terms.Periods - _terms.Needed + 1;

    private string Comparison
    {
        get
        {
            var not = _to == StateValue.Alarm ? "" : "not ";
            return _watch.ComparisonOperator switch
            {
                ComparisonOperator.GreaterThanThreshold => $"{not}greater than {Threshold}",
                ComparisonOperator.GreaterThanOrEqualToThreshold => $"{not}greater than or equal to {Threshold}",
                ComparisonOperator.LessThanThreshold => $"{not}less than {Threshold}",
                ComparisonOperator.LessThanOrEqualToThreshold => $"{not}less than or equal to {Threshold}",
                ComparisonOperator.LessThanLowerThreshold => $"{not}less than the lower thresholds [{Lowers}]",
                ComparisonOperator.GreaterThanUpperThreshold => $"{not}greater than the upper thresholds [{Uppers}]",
                _ => $"{not}less than the lower thresholds [{Lowers}] or {not}greater than the upper thresholds "
                    + $"[{Uppers}]",
            };
        }
    }

    private string Threshold => $"the threshold ({JsonText.Number(_watch.Threshold ?? double.NaN)})";

    private string Lowers => string.Join(", ", _counted.Take(MostNamed).Select(p => JsonText.Number(p.Lower)));

    private string Uppers => string.Join(", ", _counted.Take(MostNamed).Select(p => JsonText.Number(p.Upper)));

    private static string Were(int count) => count == 1 ? "was" : "were";

    private static string Many(int count, string what, bool plural = false) =>
        count == 1 && !plural ? $"1 {what}" : $"{count} {what}s";

    private static string Name(WatchPoint point)
    {
        var at = StatRead.At(point.Second).UtcDateTime.ToString("dd/MM/yy HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{JsonText.Number(point.Value)} ({at})";
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values.Where(double.IsFinite))
            json.WriteRawValue(JsonText.Number(value));
        json.WriteEndArray();
    }

    private void WriteEvaluated(Utf8JsonWriter json)
    {
        json.WriteStartArray("evaluatedDatapoints");
        foreach (var point in _look.Points.Skip(_look.Points.Count - _look.Looked).Reverse().Take(MostPoints))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", JsonText.Stamp(StatRead.At(point.Second)));
            if (IsReal(point))
            {
                if (double.IsFinite(point.Samples)) JsonText.WriteDouble(json, "sampleCount", point.Samples);
                JsonText.WriteDouble(json, "value", point.Value);
                if (IsBand)
                {
                    JsonText.WriteDouble(json, "lowerThreshold", point.Lower);
                    JsonText.WriteDouble(json, "upperThreshold", point.Upper);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A point that was evaluated: a band without a model evaluates nothing.</summary>
    private bool IsReal(WatchPoint point) => _terms.StateOf(point) != PointState.Missing;
}
