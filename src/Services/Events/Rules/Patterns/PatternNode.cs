using System.Text.Json;

namespace Orrery.Services.Events.Rules.Patterns;

/// <summary>What a pattern asks of an object: each field, and of each group of alternatives at least one.</summary>
/// <param name="fields">What is asked of the fields.</param>
/// <param name="groups">The groups of alternatives, of <c>$or</c>.</param>
internal sealed class PatternNode(IReadOnlyList<PatternField> fields, IReadOnlyList<IReadOnlyList<PatternNode>> groups)
{
    /// <summary>
    /// Whether a value is so. An array is where one of its objects is, all of its fields together; an empty array and
    /// plain values have no fields.
    /// </summary>
    public bool Matches(JsonElement? value)
    {
        if (value is { ValueKind: JsonValueKind.Array } array && array.GetArrayLength() > 0)
        {
            foreach (var element in array.EnumerateArray())
            {
                if (Matches(element))
                    return true;
            }

            return false;
        }

        var holder = value is { ValueKind: JsonValueKind.Object } ? value : null;
        foreach (var field in fields)
        {
            JsonElement? found = holder is { } o && o.TryGetProperty(field.Name, out var inner) ? inner : null;
            if (!field.Matches(found))
                return false;
        }

        foreach (var group in groups)
        {
            if (!group.Any(alternative => alternative.Matches(holder)))
                return false;
        }

        return true;
    }
}
