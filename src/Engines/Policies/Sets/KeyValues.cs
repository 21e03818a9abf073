using System.Globalization;
using Orrery.Engines.Policies.Conditions;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Sets;

/// <summary>
/// For a condition key, values of which every other value is decided like one: from the values that conditions compare
/// it with, one of each kind of text, and what lies at and beside each bound.
/// </summary>
internal static class KeyValues
{
    private const int Most = 24;

    /// <summary>The values, the missing key first.</summary>
    public static IReadOnlyList<ContextValues> Of(IReadOnlyList<Condition> conditions, ref bool isExact)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var patterns = new List<SetPattern>();
        foreach (var condition in conditions)
        {
            foreach (var (value, operand) in condition.Values.Zip(condition.Operands))
            {
                if (operand is TextOperand text)
                {
                    patterns.Add(SetPattern.OfText(text.Text.Widest));
                    if (text.Text.Constant is null) isExact = false;
                    if (condition.Operator.Comparison == Comparison.StringEqualsIgnoreCase)
                        texts.UnionWith([value.ToLowerInvariant(), value.ToUpperInvariant()]);
                    if (condition.Operator.Comparison == Comparison.ArnLike)
                        patterns.Add(SetPattern.OfResource(text.Text.Widest));
                }
                else
                {
                    texts.UnionWith(Beside(condition.Operator.Comparison, value));
                }
            }
        }

        if (patterns.Count > 0)
        {
            var atoms = Atoms.Of(patterns);
            isExact &= atoms.IsComplete;
            texts.UnionWith(atoms.All.Select(a => a.Example));
        }

        return Values([.. texts], conditions.Any(c => c.Operator.Qualifier != SetQualifier.None), ref isExact);
    }

    private static List<ContextValues> Values(string[] texts, bool areMany, ref bool isExact)
    {
        if (texts.Length > Most) isExact = false;
        var values = new List<ContextValues> { ContextValues.None };
        values.AddRange(texts.Take(Most).Select(t => new ContextValues(t)));
        if (!areMany) return values;
        var few = texts.Take(Most / 3).ToList();
        if (few.Count < texts.Length || few.Count > 2) isExact = false;
        values.AddRange(few.SelectMany(a => few.Where(b => a != b).Select(b => new ContextValues([a, b]))));
        return values;
    }

    private static IEnumerable<string> Beside(Comparison comparison, string value)
    {
        if (comparison is Comparison.Bool or Comparison.Null) return ["true", "false"];
        if (comparison == Comparison.BinaryEquals) return [value, "AA=="];
        if (comparison == Comparison.IpAddress)
        {
            return BlockOperand.Read(value) is { } block
                ? [$"{block.First}", $"{block.Last}", $"{block.First.Plus(UInt128.MaxValue)}", $"{block.Last.Plus(1)}"]
                : [];
        }

        if (comparison >= Comparison.DateEquals)
        {
            return NumberOperand.Instant(value) is { } ticks
                ? new[] { -1L, 0, 1 }.Select(d => new DateTime((long)ticks, DateTimeKind.Utc).AddSeconds(d)
                    .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))
                : [];
        }

        return NumberOperand.Number(value) is { } number
            ? new[] { -0.5m, 0, 0.5m }.Select(d => (number + d).ToString(CultureInfo.InvariantCulture))
            : [];
    }
}
