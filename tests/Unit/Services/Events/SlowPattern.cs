using System.Text.Json.Nodes;

namespace Orrery.Tests.Unit.Services.Events;

/// <summary>
/// The slow twin of patterns: one function over JSON trees, for the operators that the generator of cases uses.
/// </summary>
internal static class SlowPattern
{
    public static bool Matches(string pattern, string occurred) =>
        Node((JsonObject)JsonNode.Parse(pattern)!, JsonNode.Parse(occurred));

    public static bool Wild(string wild, string text)
    {
        if (wild.Length == 0)
            return text.Length == 0;
        if (wild[0] != '*')
            return text.Length > 0 && text[0] == wild[0] && Wild(wild[1..], text[1..]);
        return Enumerable.Range(0, text.Length + 1).Any(skip => Wild(wild[1..], text[skip..]));
    }

    private static bool Node(JsonObject pattern, JsonNode? value)
    {
        if (value is JsonArray { Count: > 0 } array)
            return array.Any(element => Node(pattern, element));
        var holder = value as JsonObject;
        return pattern.All(field => field.Key == "$or"
            ? ((JsonArray)field.Value!).Any(one => Node((JsonObject)one!, holder))
            : field.Value is JsonObject inner
                ? Node(inner, holder?[field.Key])
                : ((JsonArray)field.Value!).Any(test => Test(
                    test, Leaves(holder is not null && holder.ContainsKey(field.Key), holder?[field.Key]))));
    }

    /// <summary>The plain values of a field; an object has none.</summary>
    private static List<JsonNode?> Leaves(bool isThere, JsonNode? value) => value switch
    {
        JsonObject => [],
        JsonArray array => [.. array.SelectMany(e => Leaves(true, e))],
        _ => isThere ? [value] : [],
    };

    private static bool Test(JsonNode? test, List<JsonNode?> leaves)
    {
        if (test is not JsonObject wanted)
            return leaves.Any(leaf => Text(leaf) == Text(test));
        var (name, argument) = wanted.First();
        return name switch
        {
            "exists" => (bool)argument! == leaves.Count > 0,
            "prefix" => leaves.Any(l => Word(l) is { } w && w.StartsWith((string)argument!, StringComparison.Ordinal)),
            "suffix" => leaves.Any(l => Word(l) is { } w && w.EndsWith((string)argument!, StringComparison.Ordinal)),
            "wildcard" => leaves.Any(l => Word(l) is { } w && Wild((string)argument!, w)),
            "numeric" => leaves.Any(l => double.TryParse(Text(l), out var n) && n > (double)argument![1]!),
            _ => leaves.Any(l => argument is JsonArray many
                ? many.All(a => Text(a) != Text(l))
                : Text(argument) != Text(l)),
        };
    }

    private static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";

    private static string? Word(JsonNode? value) =>
        value is JsonValue v && v.TryGetValue<string>(out var word) ? word : null;
}
