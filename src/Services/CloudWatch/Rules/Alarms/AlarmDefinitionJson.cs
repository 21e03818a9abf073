using System.Text.Json;
using Orrery.Contracts.Metrics;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>An alarm as its history writes it: names in camel case, but for <c>okactions</c>.</summary>
internal static class AlarmDefinitionJson
{
    /// <summary>Writes an alarm as a member.</summary>
    public static void Write(Utf8JsonWriter json, string member, AlarmRecord alarm, StateValue state)
    {
        json.WriteStartObject(member);
        json.WriteString("alarmName", alarm.Name.Value);
        json.WriteString("alarmArn", alarm.Arn);
        if (alarm.Description is not null) json.WriteString("alarmDescription", alarm.Description);
        json.WriteString("stateValue", state.ToWire());
        json.WriteBoolean("actionsEnabled", alarm.ActionsEnabled);
        JsonText.WriteTexts(json, "okactions", alarm.OkActions);
        JsonText.WriteTexts(json, "alarmActions", alarm.AlarmActions);
        JsonText.WriteTexts(json, "insufficientDataActions", alarm.InsufficientDataActions);
        json.WriteString("alarmConfigurationUpdatedTimestamp", JsonText.Stamp(alarm.ConfigurationUpdated));
        if (alarm.Watch is { } watch) WriteWatch(json, watch);
        if (alarm.Rule is { } rule) WriteRule(json, rule);
        json.WriteEndObject();
    }

    /// <summary>Writes dimensions.</summary>
    public static void WriteDimensions(Utf8JsonWriter json, IEnumerable<MetricDimension> dimensions)
    {
        json.WriteStartArray("dimensions");
        foreach (var dimension in dimensions)
        {
            json.WriteStartObject();
            json.WriteString("name", dimension.Name);
            json.WriteString("value", dimension.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWatch(Utf8JsonWriter json, AlarmWatchRecord watch)
    {
        if (watch.MetricName is not null)
        {
            json.WriteString("metricName", watch.MetricName);
            json.WriteString("namespace", watch.Namespace);
            WriteDimensions(json, watch.Dimensions);
            json.WriteNumber("period", watch.Period!.Value);
            if (watch.Statistic is { } statistic) json.WriteString("statistic", statistic.ToWire());
            if (watch.ExtendedStatistic is { } extended) json.WriteString("extendedStatistic", extended);
            if (watch.Unit is { } unit) json.WriteString("unit", unit.ToWire());
        }
        else
        {
            AlarmQueriesJson.Write(json, watch);
        }

        json.WriteNumber("evaluationPeriods", watch.EvaluationPeriods);
        if (watch.DatapointsToAlarm is { } needed) json.WriteNumber("datapointsToAlarm", needed);
        if (watch.Threshold is { } threshold) JsonText.WriteDouble(json, "threshold", threshold);
        if (watch.ThresholdMetricId is { } band) json.WriteString("thresholdMetricId", band);
        json.WriteString("comparisonOperator", watch.ComparisonOperator.ToWire());
        if (watch.TreatMissingData is { } missing) json.WriteString("treatMissingData", missing);
        if (watch.LowSamples is { } low) json.WriteString("evaluateLowSampleCountPercentile", low);
    }

    private static void WriteRule(Utf8JsonWriter json, AlarmRuleRecord rule)
    {
        json.WriteString("alarmRule", rule.Text);
        if (rule.Suppressor is null) return;
        json.WriteString("actionsSuppressor", rule.Suppressor);
        json.WriteNumber("actionsSuppressorWaitPeriod", rule.WaitPeriod ?? 0);
        json.WriteNumber("actionsSuppressorExtensionPeriod", rule.ExtensionPeriod ?? 0);
    }
}
