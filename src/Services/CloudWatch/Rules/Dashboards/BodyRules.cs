using System.Text.Json;

namespace Orrery.Services.CloudWatch.Rules.Dashboards;

/// <summary>
/// What the body of a dashboard must look like. Source: CloudWatch API Reference, "Dashboard body structure and syntax"
/// (the wordings of messages are guessed). What it does not know it warns of: CloudWatch keeps such a body too.
/// </summary>
internal static class BodyRules
{
    private const int MostWidgets = 500;
    private const int MostMetrics = 500;
    private const int Columns = 24;
    private const int MostHeight = 1000;
    private static readonly string[] Types = ["metric", "text", "log", "alarm", "explorer", "custom", "trace"];
    private static readonly string[] Members = ["widgets", "start", "end", "periodOverride", "variables"];

    /// <summary>All that is wrong.</summary>
    public static IReadOnlyList<BodyFault> Check(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return [.. Of(json.RootElement)];
        }
        catch (JsonException problem)
        {
            return [new("", $"The body is not JSON: {problem.Message}", true)];
        }
    }

    private static IEnumerable<BodyFault> Of(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return [new("", "Should be object", true)];
        var unknown = body.EnumerateObject().Where(member => !Members.Contains(member.Name))
            .Select(member => new BodyFault($"/{member.Name}", "Should NOT have additional properties", false));
        if (!body.TryGetProperty("widgets", out var widgets))
            return unknown.Append(new("", "Should have required property 'widgets'", true));
        if (widgets.ValueKind != JsonValueKind.Array)
            return unknown.Append(new("/widgets", "Should be array", true));
        var faults = unknown.Concat(widgets.EnumerateArray().SelectMany(Widget));
        return widgets.GetArrayLength() > MostWidgets
            ? faults.Append(new("/widgets", $"Should NOT have more than {MostWidgets} items", true))
            : faults;
    }

    private static IEnumerable<BodyFault> Widget(JsonElement widget, int i)
    {
        var path = $"/widgets/{i}";
        if (widget.ValueKind != JsonValueKind.Object)
            return [new(path, "Should be object", true)];
        var places = new (string Name, int Least, int Most)[]
        {
            ("x", 0, Columns - 1), ("y", 0, int.MaxValue), ("width", 1, Columns), ("height", 1, MostHeight),
        };
        var faults = places.SelectMany(place => Whole(widget, place.Name, path, (place.Least, place.Most)));
        if (!widget.TryGetProperty("type", out var type))
            return faults.Append(new(path, "Should have required property 'type'", true));
        if (type.ValueKind != JsonValueKind.String || !Types.Contains(type.GetString()))
            return faults.Append(new($"{path}/type", "Should be equal to one of the allowed values", true));
        if (!widget.TryGetProperty("properties", out var properties))
            return faults.Append(new(path, "Should have required property 'properties'", true));
        return properties.ValueKind != JsonValueKind.Object
            ? faults.Append(new($"{path}/properties", "Should be object", true))
            : faults.Concat(Properties(type.GetString()!, properties, $"{path}/properties"));
    }

    private static IEnumerable<BodyFault> Whole(
        JsonElement widget, string name, string path, (int Least, int Most) range)
    {
        if (!widget.TryGetProperty(name, out var value)) return [];
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
            return [new($"{path}/{name}", "Should be integer", true)];
        return number < range.Least ? [new($"{path}/{name}", $"Should be >= {range.Least}", true)]
            : number > range.Most ? [new($"{path}/{name}", $"Should be <= {range.Most}", true)]
            : [];
    }

    private static IEnumerable<BodyFault> Properties(string type, JsonElement properties, string path) => type switch
    {
        "text" => Required(properties, path, "markdown"),
        "log" => Required(properties, path, "query").Concat(Required(properties, path, "region")),
        "alarm" => Required(properties, path, "alarms"),
        "custom" => Required(properties, path, "endpoint"),
        "metric" => Metric(properties, path),
        _ => [],
    };

    private static IEnumerable<BodyFault> Metric(JsonElement properties, string path)
    {
        var faults = Required(properties, path, "region");
        if (!properties.TryGetProperty("metrics", out var metrics))
        {
            return properties.TryGetProperty("annotations", out _)
                ? faults
                : faults.Append(new(path, "Should have required property 'metrics'", true));
        }

        if (metrics.ValueKind != JsonValueKind.Array)
            return faults.Append(new($"{path}/metrics", "Should be array", true));
        if (metrics.GetArrayLength() > MostMetrics)
            faults = faults.Append(new($"{path}/metrics", $"Should NOT have more than {MostMetrics} items", true));
        return faults.Concat(metrics.EnumerateArray()
            .SelectMany((metric, i) => metric.ValueKind == JsonValueKind.Array && metric.GetArrayLength() > 0
                ? Array.Empty<BodyFault>()
                : [new($"{path}/metrics/{i}", "Should be array", true)]));
    }

    private static IEnumerable<BodyFault> Required(JsonElement properties, string path, string name) =>
        properties.TryGetProperty(name, out _) ? [] : [new(path, $"Should have required property '{name}'", true)];
}
