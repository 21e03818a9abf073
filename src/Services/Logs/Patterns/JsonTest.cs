using System.Text.Json;

namespace Orrery.Services.Logs.Patterns;

/// <summary>A condition on a JSON event, made of others.</summary>
/// <param name="Holds">Whether it holds.</param>
internal sealed record JsonTest(Func<JsonElement, bool> Holds)
{
    /// <summary>Both hold.</summary>
    public JsonTest And(JsonTest other) => new(root => Holds(root) && other.Holds(root));

    /// <summary>One of them holds.</summary>
    public JsonTest Or(JsonTest other) => new(root => Holds(root) || other.Holds(root));

    /// <summary>A value compares so. Objects, arrays and null never do.</summary>
    public static JsonTest Compare(JsonSelector selector, Comparison comparison) => new(root =>
        selector.Find(root).Any(e => e.ValueKind != JsonValueKind.Null
            && JsonSelector.TextOf(e) is { } text
            && comparison.Holds(text, e.ValueKind == JsonValueKind.Number ? e.GetDouble() : null)));

    /// <summary>A value is of a kind: null, true or false.</summary>
    public static JsonTest Is(JsonSelector selector, JsonValueKind kind) =>
        new(root => selector.Find(root).Any(e => e.ValueKind == kind));

    /// <summary>There is no such value.</summary>
    public static JsonTest NotExists(JsonSelector selector) => new(root => !selector.Find(root).Any());

    /// <summary>There is such a value.</summary>
    public static JsonTest Exists(JsonSelector selector) => new(root => selector.Find(root).Any());
}
