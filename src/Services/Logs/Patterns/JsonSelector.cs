using System.Globalization;
using System.Text.Json;

namespace Orrery.Services.Logs.Patterns;

/// <summary>
/// Where a value stands in JSON: <c>$.users[0].id</c>, <c>$.['a.b']</c>; a star as the index is any element (guessed).
/// </summary>
/// <param name="Steps">Names, indexes, and null for any element.</param>
internal sealed record JsonSelector(IReadOnlyList<object?> Steps)
{
    /// <summary>Reads a selector.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterException.</exception>
    public static JsonSelector Parse(string text)
    {
        if (text.Length < 2 || text[0] != '$')
        {
            throw FilterPattern.Invalid($"{text} is not a selector: it has to begin with $.");
        }

        var steps = new List<object?>();
        for (var i = 1; i < text.Length;)
        {
            if (text[i] == '[')
            {
                var end = text.IndexOf(']', i);
                if (end < 0)
                {
                    throw FilterPattern.Invalid($"a bracket is not closed in {text}");
                }

                steps.Add(Bracket(text[(i + 1)..end], text));
                i = end + 1;
            }
            else if (text[i] == '.')
            {
                var start = ++i;
                while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] is '-' or '_' or '@'))
                {
                    i++;
                }

                if (i > start)
                {
                    steps.Add(text[start..i]);
                }
                else if (i == text.Length || text[i] != '[')
                {
                    throw FilterPattern.Invalid($"{text} is not a selector");
                }
            }
            else
            {
                throw FilterPattern.Invalid($"{text} is not a selector");
            }
        }

        return new(steps);
    }

    /// <summary>The values that it points to.</summary>
    public IEnumerable<JsonElement> Find(JsonElement root)
    {
        IEnumerable<JsonElement> found = [root];
        foreach (var step in Steps)
        {
            found = found.SelectMany(element => Next(element, step));
        }

        return found;
    }

    /// <summary>A value as text; null for objects and arrays.</summary>
    public static string? TextOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null => "null",
        _ => null,
    };

    private static object? Bracket(string inner, string text) => inner switch
    {
        "*" => null,
        ['\'' or '"', .. var name, '\'' or '"'] => name,
        _ when int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => index,
        _ => throw FilterPattern.Invalid($"[{inner}] in {text} is not an index"),
    };

    private static IEnumerable<JsonElement> Next(JsonElement element, object? step) => (step, element.ValueKind) switch
    {
        (string name, JsonValueKind.Object) => element.TryGetProperty(name, out var value) ? [value] : [],
        (int index, JsonValueKind.Array) => index < element.GetArrayLength() ? [element[index]] : [],
        (null, JsonValueKind.Array) => element.EnumerateArray(),
        _ => [],
    };
}
