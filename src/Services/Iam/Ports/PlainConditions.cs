using System.Globalization;
using System.Text.Json;

namespace Orrery.Services.Iam.Ports;

/// <summary>
/// Conditions of trust policies. Source: IAM User Guide, "IAM JSON policy elements: Condition operators".
/// </summary>
internal static class PlainConditions
{
    private const string IfExists = "IfExists";
    private const string AnyValue = "ForAnyValue:";
    private const string AllValues = "ForAllValues:";

    /// <summary>Whether the keys of one operator all hold.</summary>
    /// <param name="condition">The operator with its keys.</param>
    /// <param name="context">The keys of the request.</param>
    /// <param name="unknown">What an operator that is not known amounts to.</param>
    public static bool Hold(
        JsonProperty condition, IReadOnlyDictionary<string, IReadOnlyList<string>> context, bool unknown) =>
        condition.Value.EnumerateObject().All(key =>
        {
            string[] wanted = key.Value.ValueKind == JsonValueKind.Array
                ? [.. key.Value.EnumerateArray().Select(v => v.ToString())]
                : [key.Value.ToString()];
            return Holds(condition.Name, wanted, context.GetValueOrDefault(key.Name) ?? [], unknown);
        });

    private static bool Holds(string name, string[] wanted, IReadOnlyList<string> found, bool unknown)
    {
        if (name == "Null") return wanted.Contains(found.Count == 0 ? "true" : "false");
        var (forAll, forAny) = (name.StartsWith(AllValues, StringComparison.Ordinal),
            name.StartsWith(AnyValue, StringComparison.Ordinal));
        if (forAll || forAny) name = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var optional = name.EndsWith(IfExists, StringComparison.Ordinal);
        if (optional) name = name[..^IfExists.Length];
        if (TestOf(name) is not { } test) return unknown;
        var not = name.Contains("Not", StringComparison.Ordinal);
        if (found.Count == 0) return forAll || optional || (not && !forAny);
        bool One(string value) => wanted.Any(w => test(w, value)) != not;
        return forAll || !forAny ? found.All(One) : found.Any(One);
    }

    private static Func<string, string, bool>? TestOf(string name) => name.Replace("Not", "", StringComparison.Ordinal)
        switch
        {
            "StringEquals" => (wanted, value) => wanted == value,
            "StringEqualsIgnoreCase" => (wanted, value) => wanted.Equals(value, StringComparison.OrdinalIgnoreCase),
            "StringLike" or "ArnEquals" or "ArnLike" => Wildcard.Matches,
            "Bool" => (wanted, value) => wanted.Equals(value, StringComparison.OrdinalIgnoreCase),
            "NumericEquals" => (wanted, value) => Numbers(wanted, value, order => order == 0),
            "NumericLessThan" => (wanted, value) => Numbers(wanted, value, order => order < 0),
            "NumericLessThanEquals" => (wanted, value) => Numbers(wanted, value, order => order <= 0),
            "NumericGreaterThan" => (wanted, value) => Numbers(wanted, value, order => order > 0),
            "NumericGreaterThanEquals" => (wanted, value) => Numbers(wanted, value, order => order >= 0),
            "DateLessThan" => (wanted, value) => Dates(wanted, value, order => order < 0),
            "DateLessThanEquals" => (wanted, value) => Dates(wanted, value, order => order <= 0),
            "DateGreaterThan" => (wanted, value) => Dates(wanted, value, order => order > 0),
            "DateGreaterThanEquals" => (wanted, value) => Dates(wanted, value, order => order >= 0),
            _ => null,
        };

    private static bool Numbers(string wanted, string value, Func<int, bool> holds) =>
        decimal.TryParse(wanted, CultureInfo.InvariantCulture, out var limit)
        && decimal.TryParse(value, CultureInfo.InvariantCulture, out var number)
        && holds(number.CompareTo(limit));

    private static bool Dates(string wanted, string value, Func<int, bool> holds) =>
        DateTimeOffset.TryParse(wanted, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var limit)
        && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        && holds(at.CompareTo(limit));
}
