using System.Globalization;
using System.Text.Json.Nodes;
using Orrery.Tests.Wire.Codecs;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Differential.Botocore;

/// <summary>Values as the JSON that botocore_peer.py understands.</summary>
internal static class TaggedJson
{
    /// <summary>Writes a value.</summary>
    public static JsonNode Write(object value, ShapeSchema shape) => value switch
    {
        DynamicShape structure => Structure(structure),
        object[] items => new JsonArray([.. items.Select(i => Write(i, shape.Element!.Target))]),
        Dictionary<string, object> entries => new JsonObject(
            entries.Select(e => KeyValuePair.Create<string, JsonNode?>(e.Key, Write(e.Value, shape.Value!.Target)))),
        ReadOnlyMemory<byte> bytes => new JsonObject { ["$b"] = Convert.ToBase64String(bytes.Span) },
        DateTimeOffset instant => new JsonObject { ["$t"] = instant.ToUnixTimeSeconds() },
        float number => new JsonObject { ["$f"] = ((double)number).ToString("R", CultureInfo.InvariantCulture) },
        double number => new JsonObject { ["$f"] = number.ToString("R", CultureInfo.InvariantCulture) },
        string text when shape.Kind is ShapeKind.Document => new JsonObject { ["$j"] = text },
        int number => number,
        long number => number,
        bool truth => truth,
        _ => (string)value,
    };

    /// <summary>Reads a value.</summary>
    public static object Read(JsonNode json, ShapeSchema shape) => shape.Kind switch
    {
        ShapeKind.Structure => Structure(json.AsObject(), shape),
        ShapeKind.List => json.AsArray().Select(i => Read(i!, shape.Element!.Target)).ToArray(),
        ShapeKind.Map => json.AsObject().ToDictionary(e => e.Key, e => Read(e.Value!, shape.Value!.Target)),
        ShapeKind.Integer => (int)json,
        ShapeKind.Long => (long)json,
        ShapeKind.Float => (float)Number(json),
        ShapeKind.Double => Number(json),
        ShapeKind.Boolean => (bool)json,
        ShapeKind.Timestamp => DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round((double)json["$t"]! * 1000)),
        ShapeKind.Blob => (ReadOnlyMemory<byte>)Convert.FromBase64String((string)json["$b"]!),
        ShapeKind.Document => JsonNode.Parse((string)json["$j"]!)!.ToJsonString(),
        _ => (string)json!,
    };

    private static JsonObject Structure(DynamicShape shape)
    {
        var written = new JsonObject();
        foreach (var member in shape.Schema.Members)
        {
            if (shape.Values[member.Index] is { } value) written[member.Name] = Write(value, member.Target);
        }

        return written;
    }

    private static DynamicShape Structure(JsonObject json, ShapeSchema shape)
    {
        var values = new object?[shape.Members.Count];
        foreach (var member in shape.Members)
        {
            var isNone =
                json[member.Name] is JsonObject { Count: 0 } && member.Location is MemberLocation.PrefixHeaders;
            if (json[member.Name] is { } value && !isNone) values[member.Index] = Read(value, member.Target);
        }

        return new DynamicShape(shape, values);
    }

    private static double Number(JsonNode json) => double.Parse(((string)json["$f"]!)
        .Replace("inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
