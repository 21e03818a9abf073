namespace Orrery.Engines.Policies.Conditions;

/// <summary>A condition operator, taken apart.</summary>
/// <param name="Comparison">What it compares.</param>
/// <param name="IsNegated">Whether it holds where that does not.</param>
/// <param name="Qualifier">How it takes several values.</param>
/// <param name="IfExists">Whether it holds where the key is missing.</param>
public readonly record struct ConditionOperator(
    Comparison Comparison, bool IsNegated = false, SetQualifier Qualifier = SetQualifier.None, bool IfExists = false)
{
    private static readonly Dictionary<string, ConditionOperator> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["StringEquals"] = new(Comparison.StringEquals),
        ["StringNotEquals"] = new(Comparison.StringEquals, true),
        ["StringEqualsIgnoreCase"] = new(Comparison.StringEqualsIgnoreCase),
        ["StringNotEqualsIgnoreCase"] = new(Comparison.StringEqualsIgnoreCase, true),
        ["StringLike"] = new(Comparison.StringLike),
        ["StringNotLike"] = new(Comparison.StringLike, true),
        ["NumericEquals"] = new(Comparison.NumericEquals),
        ["NumericNotEquals"] = new(Comparison.NumericEquals, true),
        ["NumericLessThan"] = new(Comparison.NumericLessThan),
        ["NumericLessThanEquals"] = new(Comparison.NumericLessThanEquals),
        ["NumericGreaterThan"] = new(Comparison.NumericGreaterThan),
        ["NumericGreaterThanEquals"] = new(Comparison.NumericGreaterThanEquals),
        ["DateEquals"] = new(Comparison.DateEquals),
        ["DateNotEquals"] = new(Comparison.DateEquals, true),
        ["DateLessThan"] = new(Comparison.DateLessThan),
        ["DateLessThanEquals"] = new(Comparison.DateLessThanEquals),
        ["DateGreaterThan"] = new(Comparison.DateGreaterThan),
        ["DateGreaterThanEquals"] = new(Comparison.DateGreaterThanEquals),
        ["Bool"] = new(Comparison.Bool),
        ["BinaryEquals"] = new(Comparison.BinaryEquals),
        ["IpAddress"] = new(Comparison.IpAddress),
        ["NotIpAddress"] = new(Comparison.IpAddress, true),
        // ArnEquals and ArnLike behave alike, as the guide says.
        ["ArnEquals"] = new(Comparison.ArnLike),
        ["ArnLike"] = new(Comparison.ArnLike),
        ["ArnNotEquals"] = new(Comparison.ArnLike, true),
        ["ArnNotLike"] = new(Comparison.ArnLike, true),
        ["Null"] = new(Comparison.Null),
    };

    /// <summary>The names of all operators, without qualifier and IfExists.</summary>
    public static IReadOnlyCollection<string> All => Names.Keys;

    /// <summary>Reads a name; null where it is none. Null itself takes no IfExists.</summary>
    public static ConditionOperator? Of(string name)
    {
        var (qualifier, rest) = name.Split(':', 2) switch
        {
            ["ForAllValues", var after] => (SetQualifier.ForAllValues, after),
            ["ForAnyValue", var after] => (SetQualifier.ForAnyValue, after),
            _ => (SetQualifier.None, name),
        };
        var ifExists = rest.EndsWith("IfExists", StringComparison.OrdinalIgnoreCase);
        if (ifExists) rest = rest[..^"IfExists".Length];
        if (!Names.TryGetValue(rest, out var found) || (ifExists && found.Comparison == Comparison.Null)) return null;
        return found with { Qualifier = qualifier, IfExists = ifExists };
    }
}
