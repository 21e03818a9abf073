using System.Text.Json;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Wire.Generated.Cloudwatch;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>
/// What a metric alarm watches, as the <c>metrics</c> of history, events and functions: dimensions are an object.
/// Source: CloudWatch User Guide, "Alarm events and EventBridge".
/// </summary>
internal static class AlarmQueriesJson
{
    /// <summary>Writes the member.</summary>
    public static void Write(Utf8JsonWriter json, AlarmWatchRecord watch)
    {
        json.WriteStartArray("metrics");
        foreach (var query in watch.MetricName is null ? watch.Queries : [Only(watch)])
            WriteQuery(json, query);
        json.WriteEndArray();
    }

    private static AlarmQueryRecord Only(AlarmWatchRecord watch) => new()
    {
        Id = "m1",
        Namespace = watch.Namespace,
        MetricName = watch.MetricName,
        Dimensions = watch.Dimensions,
        Stat = watch.Statistic?.ToWire() ?? watch.ExtendedStatistic,
        Period = watch.Period,
        Unit = watch.Unit,
        ReturnData = true,
    };

    private static void WriteQuery(Utf8JsonWriter json, AlarmQueryRecord query)
    {
        json.WriteStartObject();
        json.WriteString("id", query.Id);
        if (query.Expression is not null)
        {
            json.WriteString("expression", query.Expression);
            if (query.Period is { } period) json.WriteNumber("period", period);
        }
        else
        {
            WriteStat(json, query);
        }

        if (query.Label is not null) json.WriteString("label", query.Label);
        json.WriteBoolean("returnData", query.ReturnData ?? true);
        json.WriteEndObject();
    }

    private static void WriteStat(Utf8JsonWriter json, AlarmQueryRecord query)
    {
        json.WriteStartObject("metricStat");
        json.WriteStartObject("metric");
        json.WriteString("namespace", query.Namespace);
        json.WriteString("name", query.MetricName);
        json.WriteStartObject("dimensions");
        foreach (var dimension in query.Dimensions)
            json.WriteString(dimension.Name, dimension.Value);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteNumber("period", query.Period!.Value);
        json.WriteString("stat", query.Stat);
        if (query.Unit is { } unit) json.WriteString("unit", unit.ToWire());
        json.WriteEndObject();
    }
}
