using System.Text.Json;

namespace Orrery.Services.Sns.Filtering;

/// <summary>
/// A filter policy, read. What it does not name does not matter. Source: SNS Developer Guide, "Amazon SNS subscription
/// filter policies".
/// </summary>
/// <param name="Nodes">Its parts: all must hold.</param>
internal sealed record FilterPolicy(IReadOnlyList<FilterNode> Nodes)
{
    /// <summary>Whether message attributes pass: the values of each by its name.</summary>
    public bool Matches(IReadOnlyDictionary<string, IReadOnlyList<FilterValue>> attributes) =>
        All(Nodes, attributes);

    /// <summary>Whether a message body passes. One that is no JSON object passes no policy.</summary>
    public bool MatchesBody(string body)
    {
        if (Nodes.Count == 0) return true;
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && All(Nodes, json.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool All(
        IReadOnlyList<FilterNode> nodes, IReadOnlyDictionary<string, IReadOnlyList<FilterValue>> attributes) =>
        nodes.All(node => node switch
        {
            KeyNode key => key.Holds(attributes.TryGetValue(key.Name, out var values) ? values : []),
            OrNode or => or.Alternatives.Any(alternative => All(alternative, attributes)),
            _ => false,
        });

    private static bool All(IReadOnlyList<FilterNode> nodes, JsonElement json) => nodes.All(node => node switch
    {
        KeyNode key => key.Holds(
            json.ValueKind == JsonValueKind.Object && json.TryGetProperty(key.Name, out var value)
                ? [.. Leaves(value)]
                : []),
        NestedNode nested => Nested(nested, json),
        OrNode or => or.Alternatives.Any(alternative => All(alternative, json)),
        _ => false,
    });

    // Of an array of objects, one object has to hold all that is asked of it.
    private static bool Nested(NestedNode node, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(node.Name, out var inner)) inner = default;
        return inner.ValueKind == JsonValueKind.Array
            ? inner.EnumerateArray().Any(element => All(node.Inner, element))
            : All(node.Inner, inner);
    }

    private static IEnumerable<FilterValue> Leaves(JsonElement json) => json.ValueKind == JsonValueKind.Array
        ? json.EnumerateArray().SelectMany(Leaves)
        : FilterValue.Of(json) is { } value ? [value] : [];
}
