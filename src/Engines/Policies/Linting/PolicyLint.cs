using System.Text;
using System.Text.Json;
using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Linting;

/// <summary>
/// What ValidatePolicy finds: codes and texts of IAM User Guide, "IAM policy validation check reference". Of its checks
/// those are left out that need what no reference lists: which keys an action takes, which keys are trusted, which
/// services work with which, and SCP_SYNTAX_ERROR_ACTION_WILDCARD, because SCPs take wildcards anywhere since
/// September 2025.
/// </summary>
public static class PolicyLint
{
    private static readonly string[] Order = ["ERROR", "SECURITY_WARNING", "WARNING", "SUGGESTION"];

    /// <summary>The findings, errors first.</summary>
    /// <param name="text">The document.</param>
    /// <param name="kind">The kind of policy.</param>
    /// <param name="words">What services there are.</param>
    /// <param name="limit">How long the resource lets its policies be; null where that is not known.</param>
    public static IReadOnlyList<PolicyFinding> Of(
        string text, PolicyKind kind, IPolicyVocabulary words, int? limit = null)
    {
        var scope = new LintScope(kind, words);
        if (NodeReader.Read(text) is not { } root)
        {
            scope.Error("JSON_SYNTAX_ERROR", Broken(text));
            return scope.Found;
        }

        DocumentLint.Check(scope, root);
        DocumentLint.CheckSize(scope, text, limit);
        AddRefusal(scope, text);
        return [.. scope.Found.OrderBy(finding => Array.IndexOf(Order, finding.Type))];
    }

    // What IAM would refuse has to be found, also where no check above knows why. Empty elements and wildcards for
    // services are refused, and yet only suggestions.
    private static void AddRefusal(LintScope scope, string text)
    {
        if (scope.Found.Any(f => f.Type == "ERROR" || f.Code == "WILDCARD_IN_SERVICE_NAME"
            || f.Code.StartsWith("EMPTY_", StringComparison.Ordinal))) return;
        if (PolicyDocument.Read(text, scope.Kind, out var fault) is not null) return;
        var code = fault!.Problem switch
        {
            PolicyProblem.InvalidAction => "INVALID_ACTION",
            PolicyProblem.InvalidResource => "INVALID_ARN_RESOURCE",
            PolicyProblem.ControlPolicy => "RCP_SYNTAX_ERROR_ACTION",
            PolicyProblem.Syntax => "JSON_SYNTAX_ERROR",
            _ => null,
        };
        if (code is not null) scope.Error(code, fault.Message);
    }

    private static string Broken(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes);
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException e)
        {
            var (line, column) = ((int)(e.LineNumber ?? 0), (int)(e.BytePositionInLine ?? 0));
            var index = column;
            for (var (at, lines) = (0, 0); lines < line && at < bytes.Length; at++, index++)
            {
                if (bytes[at] == (byte)'\n') lines++;
            }

            return $"Fix the JSON syntax error at index {index} line {line + 1} column {column}.";
        }

        return "Fix the JSON syntax error.";
    }
}
