using Orrery.Engines.Policies.Conditions;

namespace Orrery.Engines.Policies.Linting;

/// <summary>Condition keys: whether there are such, and whether the operator fits their type.</summary>
internal static class KeyLint
{
    private static readonly string[] Tagged =
        ["aws:RequestTag", "aws:ResourceTag", "aws:PrincipalTag", "iam:ResourceTag", "s3:ExistingObjectTag"];

    /// <summary>Looks at the key of a condition.</summary>
    public static void Check(LintScope scope, LintedCondition condition)
    {
        var key = condition.Key;
        if (key.Split(':', 2) is not [{ Length: > 0 } prefix, { Length: > 0 }])
        {
            scope.Error("INVALID_CONDITION_KEY_FORMAT",
                "The condition key format is not valid. Use the format service:keyname.");
            return;
        }

        // Claims of identity providers: no list has them.
        if (prefix.AsSpan().IndexOfAny('.', '/') >= 0)
        {
            CheckClaim(scope, condition);
            return;
        }

        if (Tagged.FirstOrDefault(t => key.TrimEnd('/').Equals(t, StringComparison.OrdinalIgnoreCase)) is { } tag)
        {
            scope.Error("MISSING_TAG_KEY_IN_CONDITION", $"The condition key {tag}/ must include a tag key to control "
                + $"access based on tags. Use the format {tag}/tag-key and specify a key name for tag-key.");
        }
        else if (condition.Is("aws:ARN"))
        {
            scope.Error("UNSUPPORTED_GLOBAL_CONDITION_KEY",
                "The condition key aws:ARN is not supported. Use aws:PrincipalArn or aws:SourceArn instead.");
        }
        else if (TypeOf(scope, prefix, key) is { } type)
        {
            CheckType(scope, condition, type);
        }
    }

    private static string? TypeOf(LintScope scope, string prefix, string key)
    {
        var words = scope.Words.Find(prefix.ToLowerInvariant());
        if (words?.TypeOf(key) is { } type) return type;
        if (prefix.Equals("aws", StringComparison.OrdinalIgnoreCase))
        {
            scope.Error("INVALID_GLOBAL_CONDITION_KEY",
                $"The condition key {key} does not exist. Use a valid condition key.");
        }
        else if (words is null)
        {
            scope.Error("INVALID_SERVICE", $"The service {prefix} does not exist. Use a valid service name.");
        }
        else
        {
            scope.Error("INVALID_SERVICE_CONDITION_KEY", $"The condition key {key} does not exist in the service "
                + $"{prefix}. Use a valid condition key.");
        }

        return null;
    }

    private static void CheckClaim(LintScope scope, LintedCondition condition)
    {
        if (condition.Operator.Qualifier != SetQualifier.ForAnyValue
            || !condition.Key.EndsWith(":aud", StringComparison.OrdinalIgnoreCase)) return;
        scope.Security("FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE", "Using ForAnyValue qualifier with the single-valued "
            + $"condition key {condition.Key} can be overly permissive. We recommend that you remove ForAnyValue:.");
    }

    private static void CheckType(LintScope scope, LintedCondition condition, string type)
    {
        if (condition.Operator.Comparison == Comparison.Null) return;
        var isMany = type.StartsWith("ArrayOf", StringComparison.Ordinal);
        if (isMany && condition.Operator.Qualifier == SetQualifier.None)
        {
            scope.Error("MISSING_QUALIFIER", $"The request context key {condition.Key} has multiple values. Use the "
                + "ForAllValues or ForAnyValue condition key qualifiers in your policy.");
        }
        else if (!isMany && condition.Operator.Qualifier == SetQualifier.ForAllValues)
        {
            scope.Security("FORALLVALUES_WITH_SINGLE_VALUED_KEY", "Using ForAllValues qualifier with the single-valued "
                + $"condition key {condition.Key} can be overly permissive. We recommend that you remove "
                + "ForAllValues:.");
        }

        var wanted = isMany ? type["ArrayOf".Length..] : type;
        var found = OperatorType(condition.Operator.Comparison);
        var text = $"Use the operator type {wanted} instead of operator {condition.Name} for the condition key "
            + $"{condition.Key}.";
        // ARNs and addresses are texts too: an operator of texts compares them, only not by their parts.
        if (wanted == "ARN" && condition.Operator.Comparison == Comparison.StringLike)
            scope.Security("STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS", text);
        else if (found != wanted && !(wanted == "ARN" && found == "String") && !condition.Is("aws:EpochTime"))
            scope.Warning("TYPE_MISMATCH", text);
    }

    private static string OperatorType(Comparison comparison) => comparison switch
    {
        Comparison.Bool => "Bool",
        Comparison.IpAddress => "IPAddress",
        Comparison.ArnLike => "ARN",
        Comparison.BinaryEquals => "Binary",
        >= Comparison.NumericEquals and <= Comparison.NumericGreaterThanEquals => "Numeric",
        >= Comparison.DateEquals and <= Comparison.DateGreaterThanEquals => "Date",
        _ => "String",
    };
}
