using System.Globalization;
using System.Text.Json;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// Why a metric alarm went to another state, as AWS writes it. Source: the reasons in the examples of the CloudWatch
/// User Guide and the AWS CLI Command Reference; the words for a mix of real and missing points are guessed.
/// </summary>
/// <param name="seen">What the evaluation saw.</param>
/// <param name="to">The state that it gave.</param>
internal sealed class MetricReason(EvaluationRecord seen, StateValue to)
{
    /// <summary>In words.</summary>
    public string Text()
    {
        var missing = seen.Periods - seen.Counted;
        if (to == StateValue.InsufficientData)
            return $"Insufficient Data: {Many(missing, "datapoint")} {Were(missing)} unknown.";
        if (seen.Crossing == 0 && missing > 0)
        {
            return $"Threshold Crossed: no datapoints were received for {Many(missing, "period")} and "
                + $"{Many(missing, "missing datapoint")} {Were(missing)} treated as [{Treatment}].";
        }

        var named = (seen.Named ?? seen.Points).Take(Math.Min(seen.Crossing, Evaluations.MostNamed)).Select(Name);
        var more = seen.Crossing > Evaluations.MostNamed ? ", ..." : "";
        var filled = missing > 0 && seen.Missing is MissingData.Breaching or MissingData.NotBreaching
            ? $" and {Many(missing, "missing datapoint")} {Were(missing)} treated as [{Treatment}]"
            : "";
        return $"{Begin}: {seen.Crossing} out of the last {Many(seen.Counted, "datapoint", plural: true)} "
            + $"[{string.Join(", ", named)}{more}] {Were(seen.Crossing)} {Comparison}{filled} "
            + $"(minimum {Many(Least, "datapoint")} for {seen.From.ToWire()} -> {to.ToWire()} transition).";
    }

    /// <summary>As JSON.</summary>
    public string Data() => JsonTexts.Object(json =>
    {
        json.WriteString("version", "1.0");
        json.WriteString("queryDate", JsonText.Stamp(seen.At));
        if (seen.Start is { } start) json.WriteString("startDate", JsonText.Stamp(StatRead.At(start)));
        if (seen.Unit is { } unit) json.WriteString("unit", unit.ToWire());
        if (seen.Statistic is { } statistic) json.WriteString("statistic", statistic);
        json.WriteNumber("period", seen.Period);
        WriteNumbers(json, "recentDatapoints", p => p.Value);
        if (seen.Threshold is { } threshold) JsonText.WriteDouble(json, "threshold", threshold);
        if (IsBand)
        {
            WriteNumbers(json, "recentLowerThresholds", p => p.Lower);
            WriteNumbers(json, "recentUpperThresholds", p => p.Upper);
        }

        WriteEvaluated(json);
    });

    private bool IsBand => seen.IsBand == true;

    private string Begin => IsBand ? "Thresholds Crossed" : "Threshold Crossed";

    private string Treatment => seen.Missing == MissingData.Breaching ? "Breaching" : "NonBreaching";

    /// <summary>How many points the transition takes: M into ALARM, and N - M + 1 out of it.</summary>
    private int Least => to == StateValue.Alarm ? seen.Needed : seen.Periods - seen.Needed + 1;

    private string Comparison
    {
        get
        {
            var not = to == StateValue.Alarm ? "" : "not ";
            return seen.Comparison switch
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

    private string Threshold => $"the threshold ({Number(seen.Threshold)})";

    private string Lowers => Newest(p => p.Lower);

    private string Uppers => Newest(p => p.Upper);

    private string Newest(Func<PointRecord, double?> of) =>
        string.Join(", ", seen.Points.Take(Evaluations.MostNamed).Select(p => Number(of(p))));

    private static string Were(int count) => count == 1 ? "was" : "were";

    private static string Many(int count, string what, bool plural = false) =>
        count == 1 && !plural ? $"1 {what}" : $"{count} {what}s";

    private static string Name(PointRecord point)
    {
        var at = StatRead.At(point.At).UtcDateTime.ToString("dd/MM/yy HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{Number(point.Value)} ({at})";
    }

    private static string Number(double? value) => JsonText.Number(value ?? double.NaN);

    private void WriteNumbers(Utf8JsonWriter json, string name, Func<PointRecord, double?> of)
    {
        json.WriteStartArray(name);
        for (var place = seen.Points.Length - 1; place >= 0; place--)
        {
            if (of(seen.Points[place]) is { } value) json.WriteRawValue(JsonText.Number(value));
        }

        json.WriteEndArray();
    }

    private void WriteEvaluated(Utf8JsonWriter json)
    {
        json.WriteStartArray("evaluatedDatapoints");
        foreach (var point in seen.Looked ?? seen.Points)
        {
            json.WriteStartObject();
            json.WriteString("timestamp", JsonText.Stamp(StatRead.At(point.At)));
            if (point.Value is { } value)
            {
                if (point.Samples is { } samples) JsonText.WriteDouble(json, "sampleCount", samples);
                JsonText.WriteDouble(json, "value", value);
                if (IsBand)
                {
                    JsonText.WriteDouble(json, "lowerThreshold", point.Lower ?? double.NaN);
                    JsonText.WriteDouble(json, "upperThreshold", point.Upper ?? double.NaN);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
