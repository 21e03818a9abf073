using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Patterns;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Conditions;

/// <summary>Reads the element Condition.</summary>
internal static class ConditionReader
{
    /// <summary>Reads a block; false where its syntax is wrong.</summary>
    public static bool Read(
        Node block, PolicyVersion version, List<Condition> into, Action<PolicyProblem, string, int> fault)
    {
        if (block.Kind != NodeKind.Object) return false;
        foreach (var (name, keys) in block.Members)
        {
            if (keys.Kind != NodeKind.Object) return false;
            // IAM takes an operator that it does not know where nothing stands in it.
            if (ConditionOperator.Of(name) is not { } @operator)
            {
                if (keys.Members.Count > 0) return false;
                continue;
            }

            foreach (var (key, node) in keys.Members)
            {
                if (ValuesOf(node) is not { } values) return false;
                var hasVariables = version == PolicyVersion.V2012;
                var operands = values.Select(v => Compile(@operator.Comparison, v, hasVariables)).ToArray();
                if (!IsReadable(@operator.Comparison, values))
                    fault(PolicyProblem.LegacyParsing, "The policy failed legacy parsing", node.Line);
                into.Add(new(name, @operator, ContextKey.Of(key), values, operands));
            }
        }

        return true;
    }

    // Numbers and truths may stand without quotes.
    private static string[]? ValuesOf(Node node)
    {
        var isValue = node.AsList().All(n => n.Kind is NodeKind.String or NodeKind.Number or NodeKind.Truth);
        return isValue ? [.. node.AsList().Select(n => n.Text)] : null;
    }

    // moto's tests, made against IAM, tell it of dates.
    private static bool IsReadable(Comparison comparison, string[] values) =>
        comparison is < Comparison.DateEquals or > Comparison.DateGreaterThanEquals
        || values.All(v => NumberOperand.Instant(v) is not null);

    private static Operand Compile(Comparison comparison, string value, bool hasVariables) => comparison switch
    {
        Comparison.StringEquals or Comparison.StringEqualsIgnoreCase =>
            new TextOperand(comparison, Template.Of(value, hasVariables, hasWildcards: false)),
        Comparison.StringLike or Comparison.ArnLike =>
            new TextOperand(comparison, Template.Of(value, hasVariables, hasWildcards: true)),
        Comparison.Bool or Comparison.Null => new TruthOperand(TruthOperand.Read(value)),
        Comparison.BinaryEquals => new BytesOperand(BytesOperand.Read(value)),
        Comparison.IpAddress => new BlockOperand(BlockOperand.Read(value)),
        >= Comparison.DateEquals and <= Comparison.DateGreaterThanEquals =>
            new NumberOperand(comparison, NumberOperand.Instant(value)),
        _ => new NumberOperand(comparison, NumberOperand.Number(value)),
    };
}
