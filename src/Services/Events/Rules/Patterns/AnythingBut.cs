using System.Text.Json;

namespace Orrery.Services.Events.Rules.Patterns;

/// <summary>
/// <c>anything-but</c>: a text or number, several of one kind, or prefix, suffix, equals-ignore-case and wildcard of
/// one or several texts.
/// </summary>
internal static class AnythingBut
{
    /// <summary>Reads what may not be.</summary>
    public static ValueTest Read(JsonElement value, string at)
    {
        var barred = value.ValueKind switch
        {
            JsonValueKind.Object => Operator(value, at),
            JsonValueKind.Array => Several(value, at),
            JsonValueKind.String or JsonValueKind.Number => [Operators.Read(value, at)],
            _ => throw Errors.Pattern(
                $"Inside anything-but, only a string, a number, a list or an operator is allowed, at {at}"),
        };
        return new(found => !barred.Any(test => test.Holds(found)));
    }

    private static List<ValueTest> Several(JsonElement list, string at)
    {
        var kinds = list.EnumerateArray().Select(one => one.ValueKind).Distinct().ToList();
        return kinds is [JsonValueKind.String or JsonValueKind.Number]
            ? [.. list.EnumerateArray().Select(one => Operators.Read(one, at))]
            : throw Errors.Pattern($"Inside anything-but list, either all values are number or string, at {at}");
    }

    private static List<ValueTest> Operator(JsonElement value, string at)
    {
        var members = value.EnumerateObject().ToList();
        if (members.Count != 1 || members[0].Name is not ("prefix" or "suffix" or "equals-ignore-case" or "wildcard"))
            throw Errors.Pattern($"Unsupported anything-but pattern, at {at}");
        var (name, wanted) = (members[0].Name, members[0].Value);
        if (wanted.ValueKind != JsonValueKind.Array)
            return [Operators.Texts(name, Operators.Text(name, wanted, at), at)];
        return wanted.GetArrayLength() == 0
            ? throw Errors.Pattern($"Empty arrays are not allowed, at {at}")
            : [.. wanted.EnumerateArray().Select(one => Operators.Texts(name, Operators.Text(name, one, at), at))];
    }
}
