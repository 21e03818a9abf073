using System.Text.Json;

namespace Orrery.Services.Events.Rules.Patterns;

/// <summary>What a pattern asks of a field: an object's fields, or one of several tests of its value.</summary>
/// <param name="Name">The field.</param>
/// <param name="Node">What is asked of its fields; null where its value is tested.</param>
/// <param name="Tests">The tests, one of which has to hold.</param>
internal sealed record PatternField(string Name, PatternNode? Node, IReadOnlyList<ValueTest> Tests)
{
    /// <summary>Whether the field's value, or its absence, is so.</summary>
    public bool Matches(JsonElement? value)
    {
        if (Node is not null)
            return Node.Matches(value);
        foreach (var test in Tests)
        {
            if (Holds(test, value))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Only leaves count: an object is as if the field were absent, as the page says of <c>exists</c>. An array is what
    /// any of its values is.
    /// </summary>
    private static bool Holds(ValueTest test, JsonElement? value)
    {
        if (test.WantsAbsence)
            return !HasLeaf(value);
        return value switch
        {
            null or { ValueKind: JsonValueKind.Object } => false,
            { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Any(e => Holds(test, e)),
            { } leaf => test.Holds(leaf),
        };
    }

    private static bool HasLeaf(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Object } => false,
        { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Any(e => HasLeaf(e)),
        _ => true,
    };
}
