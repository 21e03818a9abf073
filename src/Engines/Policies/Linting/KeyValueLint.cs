using Orrery.Engines.Policies.Conditions;

namespace Orrery.Engines.Policies.Linting;

/// <summary>What values some keys take.</summary>
internal static class KeyValueLint
{
    private static readonly string[] OfServices =
    [
        "aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast", "aws:PrincipalServiceName",
        "aws:PrincipalServiceNamesList", "iam:AWSServiceName", "iam:PassedToService",
    ];

    /// <summary>Looks at the values of a condition by its key.</summary>
    public static void Check(LintScope scope, LintedCondition condition)
    {
        CheckPrefix(scope, condition);
        CheckStar(scope, condition);
        if (condition.Operator.Comparison == Comparison.Null) return;
        foreach (var value in condition.Values)
        {
            // What has wildcards or variables stands for values that have the form.
            if (value.AsSpan().IndexOfAny('*', '?', '$') < 0) CheckValue(scope, condition, value);
        }
    }

    private static void CheckValue(LintScope scope, LintedCondition condition, string value)
    {
        if (condition.Is("aws:RequestedRegion"))
        {
            if (!scope.Words.IsRegion(value))
            {
                scope.Error("INVALID_REGION",
                    $"The Region {value} is not valid. Update the condition value to a supported Region.");
            }
        }
        else if (condition.Is("aws:SourceVpc") && !IsId(value, "vpc-"))
        {
            scope.Error("INVALID_VPC_FORMAT", "The VPC identifier in the condition key value is not valid. Use the "
                + "prefix 'vpc-' followed by 8 or 17 alphanumeric characters.");
        }
        else if (condition.Is("aws:SourceVpce") && !IsId(value, "vpce-"))
        {
            scope.Error("INVALID_VPCE_FORMAT", "The VPCE identifier in the condition key value is not valid.  Use the "
                + "prefix 'vpce-' followed by 8 or 17 alphanumeric characters.");
        }
        else if (OfServices.Any(condition.Is) && !IsService(value, 1))
        {
            NoService(scope, "service-name.amazonaws.com");
        }
        else if (condition.Is("kms:ViaService") && !IsService(value, 2))
        {
            NoService(scope, "service-name.AWS_region.amazonaws.com");
        }
    }

    private static void CheckPrefix(LintScope scope, LintedCondition condition)
    {
        if (!condition.Is("s3:prefix") || condition.Operator.IsNegated != condition.IsAllow
            || condition.Operator.Comparison > Comparison.StringLike) return;
        scope.Security("S3_PREFIX_IN_NEGATIVE_CONTEXT", "Using the s3:prefix condition key in a Deny statement or with "
            + "a negated string operator does not block listing the objects under the matching prefixes. A request "
            + "that specifies a shorter prefix does not match the condition and can still list those objects. To "
            + "restrict listing to specific prefixes, use s3:prefix with StringLike in an Allow statement, or use a "
            + "Deny statement with StringNotLike.");
    }

    private static void CheckStar(LintScope scope, LintedCondition condition)
    {
        if (condition.Operator is not { Comparison: Comparison.StringLike, Qualifier: SetQualifier.None } isLike
            || !condition.Values.Contains("*")) return;
        var (key, name) = (condition.Key, condition.Name);
        if (!isLike.IsNegated && isLike.IfExists)
        {
            scope.Suggest("REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION", $"The key {key} in the condition block of "
                + $"{name} is redundant because it is always matched. Remove this key to simplify the condition.");
            return;
        }

        var what = isLike.IsNegated ? "true" : "false";
        scope.Suggest($"EQUIVALENT_TO_NULL_{what.ToUpperInvariant()}", $"We recommend replacing the key {key} in the "
            + $"condition block of {name} with {{{key}: {what}}} to ensure better enforcement of the condition.");
    }

    private static bool IsId(string value, string prefix) =>
        value.StartsWith(prefix, StringComparison.Ordinal) && value.Length - prefix.Length is 8 or 17
        && value.AsSpan(prefix.Length).IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789") < 0;

    private static bool IsService(string value, int labels)
    {
        var end = value.EndsWith(".cn", StringComparison.Ordinal) ? ".amazonaws.com.cn" : ".amazonaws.com";
        return value.EndsWith(end, StringComparison.Ordinal)
            && value[..^end.Length] is { Length: > 0 } name && name.Split('.').Length >= labels
            && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');
    }

    private static void NoService(LintScope scope, string form) => scope.Error("INVALID_SERVICE_PRINCIPAL_FORMAT",
        $"The service principal does not match the expected format. Use the format {form}.");
}
