using System.Text.Json;
using Orrery.Contracts.Regions;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// What a topic is told by an alarm. Source: example messages in the CloudWatch User Guide, "Notifying users on alarm
/// changes", and in the AWS samples for functions that take them.
/// </summary>
internal static class AlarmMessage
{
    private const int LongestSubject = 100;

    /// <summary>The subject: <c>ALARM: "name" in Europe (Ireland)</c>.</summary>
    public static string Subject(ReadCall call, AlarmRecord alarm, AlarmStateRecord after)
    {
        var text = $"{after.Value.ToWire()}: \"{alarm.Name.Value}\" in {RegionName(call)}";
        return text.Length <= LongestSubject ? text : $"{text[..(LongestSubject - 3)]}...";
    }

    /// <summary>The message.</summary>
    public static string Body(ReadCall call, AlarmRecord alarm, AlarmStateRecord before, AlarmStateRecord after) =>
        JsonTexts.Object(json =>
        {
            json.WriteString("AlarmName", alarm.Name.Value);
            json.WriteString("AlarmDescription", alarm.Description);
            json.WriteString("AWSAccountId", call.Account);
            json.WriteString("AlarmConfigurationUpdatedTimestamp", JsonText.Stamp(alarm.ConfigurationUpdated));
            json.WriteString("NewStateValue", after.Value.ToWire());
            json.WriteString("NewStateReason", after.Why.InWords());
            json.WriteString("StateChangeTime", JsonText.Stamp(after.Transitioned));
            json.WriteString("Region", RegionName(call));
            json.WriteString("AlarmArn", alarm.Arn);
            json.WriteString("OldStateValue", before.Value.ToWire());
            JsonText.WriteTexts(json, "OKActions", alarm.OkActions);
            JsonText.WriteTexts(json, "AlarmActions", alarm.AlarmActions);
            JsonText.WriteTexts(json, "InsufficientDataActions", alarm.InsufficientDataActions);
            if (alarm.Watch is { } watch) WriteTrigger(json, watch);
            if (alarm.Rule is { } rule) WriteRule(call, json, alarm, rule);
        });

    private static string RegionName(ReadCall call) => RegionCatalog.Find(call.Region)?.Name ?? call.Region;

    private static void WriteRule(ReadCall call, Utf8JsonWriter json, AlarmRecord alarm, AlarmRuleRecord rule)
    {
        json.WriteString("AlarmRule", rule.Text);
        json.WriteStartArray("TriggeringChildren");
        foreach (var (child, state) in CompositeReason.Triggering(call, alarm))
        {
            json.WriteStartObject();
            json.WriteString("Arn", child.Arn);
            json.WriteStartObject("State");
            json.WriteString("Value", state.Value.ToWire());
            json.WriteString("Timestamp", JsonText.Stamp(state.Transitioned));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTrigger(Utf8JsonWriter json, AlarmWatchRecord watch)
    {
        json.WriteStartObject("Trigger");
        if (watch.MetricName is not null)
        {
            WriteMetric(json, watch.MetricName, watch.Namespace!, watch.Dimensions);
            json.WriteString("StatisticType", watch.Statistic is null ? "ExtendedStatistic" : "Statistic");
            if (watch.Statistic is { } statistic) json.WriteString("Statistic", Shouted(statistic.ToWire()));
            else json.WriteString("ExtendedStatistic", watch.ExtendedStatistic);
            json.WriteString("Unit", watch.Unit?.ToWire());
        }

        json.WriteNumber("Period", AlarmTerms.PeriodOf(watch));
        json.WriteNumber("EvaluationPeriods", watch.EvaluationPeriods);
        if (watch.DatapointsToAlarm is { } needed) json.WriteNumber("DatapointsToAlarm", needed);
        json.WriteString("ComparisonOperator", watch.ComparisonOperator.ToWire());
        if (watch.Threshold is { } threshold) JsonText.WriteDouble(json, "Threshold", threshold);
        if (watch.ThresholdMetricId is { } band) json.WriteString("ThresholdMetricId", band);
        json.WriteString("TreatMissingData", watch.TreatMissingData ?? "missing");
        json.WriteString("EvaluateLowSampleCountPercentile", watch.LowSamples ?? "");
        if (watch.MetricName is null) WriteQueries(json, watch);
        json.WriteEndObject();
    }

    private static void WriteQueries(Utf8JsonWriter json, AlarmWatchRecord watch)
    {
        json.WriteStartArray("Metrics");
        foreach (var query in watch.Queries)
        {
            json.WriteStartObject();
            json.WriteString("Id", query.Id);
            if (query.Label is not null) json.WriteString("Label", query.Label);
            if (query.Expression is not null)
            {
                json.WriteString("Expression", query.Expression);
            }
            else
            {
                json.WriteStartObject("MetricStat");
                json.WriteStartObject("Metric");
                WriteMetric(json, query.MetricName!, query.Namespace!, query.Dimensions);
                json.WriteEndObject();
                json.WriteNumber("Period", query.Period!.Value);
                json.WriteString("Stat", query.Stat);
                if (query.Unit is { } unit) json.WriteString("Unit", unit.ToWire());
                json.WriteEndObject();
            }

            json.WriteBoolean("ReturnData", query.ReturnData ?? true);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMetric(
        Utf8JsonWriter json, string name, string space, IEnumerable<Contracts.Metrics.MetricDimension> dimensions)
    {
        json.WriteString("MetricName", name);
        json.WriteString("Namespace", space);
        json.WriteStartArray("Dimensions");
        foreach (var dimension in dimensions)
        {
            json.WriteStartObject();
            json.WriteString("value", dimension.Value);
            json.WriteString("name", dimension.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>SAMPLE_COUNT, AVERAGE and so on.</summary>
    private static string Shouted(string statistic) =>
        statistic == "SampleCount" ? "SAMPLE_COUNT" : statistic.ToUpperInvariant();
}
