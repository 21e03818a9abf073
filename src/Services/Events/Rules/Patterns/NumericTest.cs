using System.Text.Json;

namespace Orrery.Services.Events.Rules.Patterns;

/// <summary>
/// <c>numeric</c>: equal, or a bound, or a lower and an upper bound, between -5.0e9 and 5.0e9. Source: EventBridge User
/// Guide, "Comparison operators", Numeric matching.
/// </summary>
internal static class NumericTest
{
    private const double Limit = 5.0e9;

    /// <summary>Reads operators and numbers in turns.</summary>
    public static ValueTest Read(JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() is not (2 or 4))
            throw Errors.Pattern($"numeric takes one or two pairs of operator and number, at {at}");
        var parts = value.EnumerateArray().ToList();
        var first = Bound(parts[0], parts[1], at);
        if (parts.Count == 2)
            return Test(first.Holds);
        var second = Bound(parts[2], parts[3], at);
        if (first.Sign is not ('>') || second.Sign is not ('<') || first.Number >= second.Number)
            throw Errors.Pattern($"numeric ranges go from a lower bound to a greater upper bound, at {at}");
        return Test(number => first.Holds(number) && second.Holds(number));
    }

    private static ValueTest Test(Func<double, bool> holds) => new(value =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
        && Math.Abs(number) <= Limit && holds(number));

    private static (char Sign, double Number, Func<double, bool> Holds) Bound(
        JsonElement sign, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Number)
            throw Errors.Pattern($"Value of numeric must be a number, at {at}");
        var wanted = value.GetDouble();
        if (Math.Abs(wanted) > Limit)
            throw Errors.Pattern($"Value must be between -5.0E9 and 5.0E9, inclusive, at {at}");
        var text = sign.ValueKind == JsonValueKind.String ? sign.GetString() : null;
        return text switch
        {
            "=" => ('=', wanted, n => n == wanted),
            "<" => ('<', wanted, n => n < wanted),
            "<=" => ('<', wanted, n => n <= wanted),
            ">" => ('>', wanted, n => n > wanted),
            ">=" => ('>', wanted, n => n >= wanted),
            _ => throw Errors.Pattern($"Unrecognized numeric range operator: {text ?? sign.GetRawText()}, at {at}"),
        };
    }
}
