using System.Globalization;
using Orrery.Contracts.Metrics;
using Orrery.Kernel.Calls;
using Orrery.Services.Logs.Patterns;
using Orrery.Services.Logs.Records;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Rules;

/// <summary>
/// Puts metrics for events that came: those of the group's metric filters, in minutes of the events' own time; and
/// IncomingLogEvents and IncomingBytes. Source: CloudWatch Logs User Guide, "Creating metrics from log events using
/// filters", "Monitoring with CloudWatch metrics".
/// </summary>
internal static class Metering
{
    private const long Minute = 60_000;

    /// <summary>Puts what follows from events.</summary>
    public static void Count(Call call, GroupRecord group, IReadOnlyList<EventRecord> events)
    {
        if (call.FindPort<IMetrics>() is not { } metrics)
        {
            return;
        }

        var now = DateTimeOffset.FromUnixTimeMilliseconds(call.Now.Ms() / Minute * Minute);
        var id = new MetricId("AWS/Logs", "IncomingLogEvents", [new("LogGroupName", group.Name.Value)]);
        var sizes = events.Select(e => (double)Batch.Weight(e.Message)).ToList();
        metrics.Put(call, id, new(now, events.Count, events.Count, events.Count, 1), "None");
        metrics.Put(call, id with { Name = "IncomingBytes" }, Sample(now, sizes), "Bytes");
        foreach (var filter in call.Read(Tables.MetricFilters).By(Tables.MetricFiltersByGroup, group.Name.Value))
        {
            Put(call, metrics, filter, events);
        }
    }

    private static void Put(
        Call call, IMetrics metrics, MetricFilterRecord filter, IReadOnlyList<EventRecord> events)
    {
        var pattern = FilterPattern.Parse(filter.Pattern);
        var unit = filter.Unit?.ToWire() ?? "None";
        foreach (var minute in events.GroupBy(e => e.Key.Time / Minute))
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(minute.Key * Minute);
            var found =
                (from e in minute
                 let match = pattern.Match(e.Message)
                 where match is not null
                 let value = ValueOf(filter, match!)
                 let dimensions = DimensionsOf(filter, match!)
                 where value is not null && dimensions is not null
                 let id = new MetricId(filter.Namespace, filter.MetricName, dimensions!)
                 group (Id: id, Value: value.Value) by id.Key).ToList();
            foreach (var same in found)
            {
                metrics.Put(call, same.First().Id, Sample(at, [.. same.Select(s => s.Value)]), unit);
            }

            if (found.Count == 0 && filter.DefaultValue is { } standard)
            {
                metrics.Put(
                    call, new(filter.Namespace, filter.MetricName, []), MetricSample.Of(at, standard), unit);
            }
        }
    }

    /// <summary>The number that a match puts; null where its field has none.</summary>
    private static double? ValueOf(MetricFilterRecord filter, PatternMatch match)
    {
        var text = filter.Value.StartsWith('$') ? match.Field(filter.Value) : filter.Value;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : null;
    }

    /// <summary>The dimensions of a match; null where one has no value: then nothing is put (guessed).</summary>
    private static IReadOnlyList<MetricDimension>? DimensionsOf(MetricFilterRecord filter, PatternMatch match)
    {
        var all = new List<MetricDimension>();
        foreach (var (name, field) in (filter.Dimensions ?? new Dictionary<string, string>())
            .OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            if (match.Field(field) is not { Length: > 0 } value)
            {
                return null;
            }

            all.Add(new(name, value));
        }

        return all;
    }

    private static MetricSample Sample(DateTimeOffset at, IReadOnlyList<double> values) =>
        new(at, values.Sum(), values.Min(), values.Max(), values.Count);
}
