using Orrery.Engines.Policies.Conditions;
using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Linting;

/// <summary>The element Condition: operators, and what belongs together.</summary>
internal static class ConditionLint
{
    /// <summary>Looks through the conditions of a statement.</summary>
    public static void Check(LintScope scope, Node node)
    {
        if (node["Condition"] is not { } block) return;
        if (block.Kind != NodeKind.Object)
        {
            scope.Mismatch("Object");
            return;
        }

        if (block.Members.Count == 0) EmptyBlock(scope);
        foreach (var (name, keys) in block.Members) CheckOperator(scope, node, name, keys);
        CheckPairs(scope, node);
    }

    private static void CheckOperator(LintScope scope, Node node, string name, Node keys)
    {
        if (ConditionOperator.Of(name) is not { } @operator)
        {
            if (name.EndsWith("NullIfExists", StringComparison.OrdinalIgnoreCase))
            {
                scope.Error("NULL_WITH_IF_EXISTS", "The Null condition operator cannot be used with the IfExists "
                    + "suffix. Update the operator or the suffix.");
            }
            else
            {
                scope.Error("INVALID_CONDITION_OPERATOR",
                    $"The condition operator {name} is not valid. Use a valid condition operator.");
            }

            return;
        }

        if (@operator is { Comparison: Comparison.Null, Qualifier: not SetQualifier.None })
        {
            scope.Suggest("NULL_WITH_QUALIFIER", "Avoid using the Null condition operator with the ForAllValues or "
                + "ForAnyValue qualifiers because they always return a true or false respectively.");
        }

        if (keys.Kind != NodeKind.Object)
        {
            scope.Mismatch("Object");
            return;
        }

        if (keys.Members.Count == 0) EmptyBlock(scope);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, values) in keys.Members)
        {
            if (!seen.Add(key))
            {
                scope.Error("DUPLICATE_KEYS_WITH_DIFFERENT_CASE", $"The condition key {key} appears more than once "
                    + "with different capitalization in the same condition block. Remove the duplicate condition "
                    + "keys.");
            }

            var condition = new LintedCondition(name, @operator, key, values, node["Effect"]?.Text == "Allow");
            KeyLint.Check(scope, condition);
            ValueLint.Check(scope, condition);
        }
    }

    private static void CheckPairs(LintScope scope, Node node)
    {
        var keys = PrincipalLint.KeysOf(node).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // An endpoint is in one VPC, so it does as well (guessed).
        if (keys.Contains("aws:VpcSourceIp") && !keys.Contains("aws:SourceVpc") && !keys.Contains("aws:SourceVpce"))
        {
            scope.Security("MISSING_PAIRED_CONDITION_KEYS", "Using the condition key aws:VpcSourceIp can be overly "
                + "permissive without also using the following condition keys: aws:SourceVpc. Condition keys like "
                + "this one are more secure when paired with a related key. We recommend that you add the related "
                + "condition keys to the same condition block.");
        }

        if (keys.Contains("dynamodb:Attributes") && !keys.Contains("dynamodb:Select")
            && node["Effect"]?.Text == "Allow")
        {
            scope.Security("DYNAMODB_ATTRIBUTES_WITHOUT_SELECT", "Restricting dynamodb:Attributes without also setting "
                + "dynamodb:Select to SPECIFIC_ATTRIBUTES allows all attributes to be returned on read requests that "
                + "omit a projection expression. We recommend that you also set dynamodb:Select to "
                + "SPECIFIC_ATTRIBUTES.");
        }
    }

    private static void EmptyBlock(LintScope scope) => scope.Suggest("EMPTY_OBJECT_CONDITION",
        "This condition block is empty and it does not affect the policy. Specify conditions.");
}
