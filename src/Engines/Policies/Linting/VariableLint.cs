namespace Orrery.Engines.Policies.Linting;

/// <summary>Policy variables. Source: IAM User Guide, "IAM policy elements: Variables and tags".</summary>
internal static class VariableLint
{
    /// <summary>The first variable of a text, as it is written; null where it has none.</summary>
    public static string? Find(string text)
    {
        var begin = text.IndexOf("${", StringComparison.Ordinal);
        if (begin < 0) return null;
        var end = text.IndexOf('}', begin);
        return end < 0 ? text[begin..] : text[begin..(end + 1)];
    }

    /// <summary>A variable where none may stand.</summary>
    public static void Misplaced(LintScope scope, string variable) => scope.Error("VARIABLE_UNSUPPORTED_IN_ELEMENT",
        "Policy variables are supported in the Resource and Condition elements. Remove the policy variable "
        + $"{variable} from this element.");

    /// <summary>Looks through the variables of a text.</summary>
    public static void Check(LintScope scope, string text)
    {
        for (var at = 0; text.IndexOf("${", at, StringComparison.Ordinal) is >= 0 and var begin;)
        {
            var end = text.IndexOf('}', begin);
            if (end < 0)
            {
                scope.Error("MISSING_BRACE_IN_VARIABLE", "The policy variable is missing a closing curly brace. Add } "
                    + "after the variable text.");
                return;
            }

            CheckOne(scope, text[(begin + 2)..end]);
            at = end + 1;
        }
    }

    private static void CheckOne(LintScope scope, string variable)
    {
        if (!scope.HasVariables)
        {
            scope.Error("VARIABLE_UNSUPPORTED_IN_VERSION",
                "To include variables in your policy, use the policy version 2012-10-17 or later.");
        }

        var comma = variable.IndexOf(',', StringComparison.Ordinal);
        var (name, rest) = comma < 0 ? (variable, null) : (variable[..comma], variable[(comma + 1)..].Trim());
        if (name.Trim().Length == 0)
        {
            scope.Error("EMPTY_VARIABLE", "Empty policy variable. Remove the ${ } variable structure or provide a "
                + "variable within the structure.");
        }
        else if (name.Contains(' ', StringComparison.Ordinal))
        {
            scope.Error("UNSUPPORTED_SPACE_IN_VARIABLE",
                "A space is not supported within the policy variable text. Remove the space.");
        }

        if (rest is not (null or ['\'', .., '\'']))
        {
            scope.Error("MISSING_QUOTE_IN_VARIABLE", "The policy variable default value must begin and end with a "
                + "single quote. Add the missing quote.");
        }
    }
}
