using Orrery.Engines.Policies.Conditions;
using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Linting;

/// <summary>Values of conditions.</summary>
internal static class ValueLint
{
    /// <summary>Looks through the values of a condition.</summary>
    public static void Check(LintScope scope, LintedCondition condition)
    {
        var nodes = condition.Node.AsList();
        if (nodes.Any(n => n.Kind is NodeKind.Object or NodeKind.Array or NodeKind.Null))
        {
            scope.Mismatch("String");
            return;
        }

        if (nodes.Count == 0)
        {
            AddEmpty(scope, condition);
            return;
        }

        if (nodes.Select(n => n.Kind).Distinct().Count() > 1)
        {
            scope.Error("INVALID_CONDITION_DATA_TYPE", "The condition value data types do not match. Use condition "
                + "values of the same JSON data type.");
        }

        foreach (var value in condition.Values)
        {
            if (VariableLint.Find(value) is null) CheckValue(scope, condition, value);
            else CheckVariables(scope, condition, value);
        }

        CheckMany(scope, condition);
        KeyValueLint.Check(scope, condition);
    }

    private static void AddEmpty(LintScope scope, LintedCondition condition)
    {
        var key = condition.Key;
        const string missing = "To determine if the request context is empty, we recommend that you use the Null "
            + "condition operator with the value of true instead.";
        if (condition.Operator.Qualifier == SetQualifier.ForAllValues)
        {
            scope.Suggest("EMPTY_ARRAY_CONDITION_FORALLVALUES", "The ForAllValues prefix with an empty condition key "
                + $"matches only if the key {key} is missing from the request context. {missing}");
        }
        else if (condition.Operator.Qualifier == SetQualifier.ForAnyValue)
        {
            scope.Suggest("EMPTY_ARRAY_CONDITION_FORANYVALUE", "The ForAnyValue prefix with an empty condition key "
                + $"{key} never matches the request context and it does not affect the policy. Specify conditions.");
        }
        else if (condition.Operator.IfExists)
        {
            scope.Suggest("EMPTY_ARRAY_CONDITION_IFEXISTS", "The IfExists suffix with an empty condition key matches "
                + $"only if the key {key} is missing from the request context. {missing}");
        }
        else
        {
            scope.Suggest("EMPTY_ARRAY_CONDITION", $"There are no values for the condition key {key} and it does not "
                + "affect the policy. Specify conditions.");
        }
    }

    private static void CheckVariables(LintScope scope, LintedCondition condition, string value)
    {
        if (condition.Operator.Comparison is <= Comparison.StringLike or Comparison.ArnLike)
            VariableLint.Check(scope, value);
        else
            scope.Error("INVALID_VARIABLE_FOR_OPERATOR",
                "Policy variables can only be used with String and ARN operators.");
    }

    private static void CheckValue(LintScope scope, LintedCondition condition, string value)
    {
        var name = condition.Name;
        switch (condition.Operator.Comparison)
        {
            case Comparison.StringEquals or Comparison.StringEqualsIgnoreCase
                when value.AsSpan().IndexOfAny('*', '?') >= 0:
                scope.Warning("WILDCARD_WITHOUT_LIKE_OPERATOR", "Your condition value includes a * or ? character. If "
                    + "you meant to use a wildcard (*, ?), update the condition operator to include Like.");
                break;
            case Comparison.Bool or Comparison.Null when value.ToLowerInvariant() is not ("true" or "false"):
                scope.Warning("TYPE_MISMATCH_BOOLEAN",
                    $"Add a valid Boolean value (true or false) for the condition operator {name}.");
                break;
            case >= Comparison.NumericEquals and <= Comparison.NumericGreaterThanEquals
                when NumberOperand.Number(value) is null:
                scope.Warning("TYPE_MISMATCH_NUMBER", $"Add a valid numeric value for the condition operator {name}.");
                break;
            case Comparison.BinaryEquals when BytesOperand.Read(value) is null:
                scope.Warning("TYPE_MISMATCH_STRING",
                    $"Add a valid base64-encoded string value for the condition operator {name}.");
                break;
            case Comparison.IpAddress:
                AddressLint.Check(scope, condition, value);
                break;
            case >= Comparison.DateEquals and <= Comparison.DateGreaterThanEquals:
                CheckDate(scope, value);
                break;
        }
    }

    private static void CheckDate(LintScope scope, string value)
    {
        if (value.All(char.IsAsciiDigit))
        {
            scope.Warning("INVALID_DATE_VALUE", $"The date {value} might not resolve as expected. We recommend that "
                + "you use the YYYY-MM-DD format.");
        }
        else if (NumberOperand.Instant(value) is null)
        {
            scope.Warning("TYPE_MISMATCH_DATE", "The date condition operator is used with an invalid value. Specify a "
                + "valid date using YYYY-MM-DD or other ISO 8601 date/time format.");
        }
    }

    private static void CheckMany(LintScope scope, LintedCondition condition)
    {
        if (condition.Values.Count < 2) return;
        var comparison = condition.Operator.Comparison;
        if (comparison is Comparison.Bool or Comparison.Null)
        {
            scope.Error("INVALID_CONDITION_MULTIPLE_BOOLEAN",
                "The condition key does not support multiple Boolean values. Use a single Boolean value.");
        }
        else if (comparison is >= Comparison.NumericLessThan and <= Comparison.NumericGreaterThanEquals)
        {
            var one = comparison <= Comparison.NumericLessThanEquals ? "greatest" : "least";
            scope.Suggest("REDUNDANT_CONDITION_VALUE_NUM", $"Multiple values in {condition.Name} are redundant. "
                + $"Replace with the {one} single value for {condition.Key}.");
        }
        else if (comparison == Comparison.IpAddress)
        {
            AddressLint.CheckMany(scope, condition);
        }
    }
}
