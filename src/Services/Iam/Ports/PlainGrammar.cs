using System.Text.Json;

namespace Orrery.Services.Iam.Ports;

/// <summary>
/// The outline of the grammar: JSON, statements, effects, and what each use needs or prohibits. Source: IAM User Guide,
/// "Grammar of the IAM JSON policy language"; messages as clients report them.
/// </summary>
internal sealed class PlainGrammar : IPolicyGrammar
{
    private const string Syntax = "Syntax errors in policy.";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <inheritdoc/>
    public string? Fault(string document, PolicyUse use)
    {
        try
        {
            using var json = JsonDocument.Parse(document, Strict);
            return FaultOf(json.RootElement, use);
        }
        catch (JsonException)
        {
            return use == PolicyUse.Trust ? "This policy contains invalid Json" : Syntax;
        }
    }

    private static string? FaultOf(JsonElement policy, PolicyUse use)
    {
        if (policy.ValueKind != JsonValueKind.Object) return Syntax;
        foreach (var member in policy.EnumerateObject())
        {
            if (member.Name is not ("Version" or "Id" or "Statement")) return Syntax;
        }

        if (policy.TryGetProperty("Version", out var version)
            && (version.ValueKind != JsonValueKind.String
                || version.GetString() is not ("2008-10-17" or "2012-10-17")))
        {
            return Syntax;
        }

        if (!policy.TryGetProperty("Statement", out var statements)) return Syntax;
        return statements.ValueKind switch
        {
            JsonValueKind.Object => FaultOfStatement(statements, use),
            JsonValueKind.Array => statements.EnumerateArray()
                .Select(s => FaultOfStatement(s, use)).FirstOrDefault(f => f is not null),
            _ => Syntax,
        };
    }

    private static string? FaultOfStatement(JsonElement statement, PolicyUse use)
    {
        if (statement.ValueKind != JsonValueKind.Object) return Syntax;
        if (!statement.TryGetProperty("Effect", out var effect) || effect.ValueKind != JsonValueKind.String
            || effect.GetString() is not ("Allow" or "Deny"))
        {
            return Syntax;
        }

        bool Has(string name) => statement.TryGetProperty(name, out _);
        if (statement.EnumerateObject().Any(m => !Known(m.Name))) return Syntax;
        if (!Has("Action") && !Has("NotAction")) return "Policy statement must contain actions.";
        if ((FaultOfActions(statement, "Action") ?? FaultOfActions(statement, "NotAction")) is { } fault) return fault;
        var named = Has("Principal") || Has("NotPrincipal");
        if (use == PolicyUse.Trust)
        {
            if (Has("Resource") || Has("NotResource")) return "Has prohibited field Resource";
            return named ? null : "Missing required field Principal";
        }

        if (named) return "Policy document should not specify a principal.";
        if (!Has("Resource") && !Has("NotResource")) return "Policy statement must contain resources.";
        return FaultOfResources(statement, "Resource") ?? FaultOfResources(statement, "NotResource");
    }

    private static bool Known(string name) =>
        name is "Sid" or "Effect" or "Action" or "NotAction" or "Resource" or "NotResource" or "Principal"
            or "NotPrincipal" or "Condition";

    private static string? FaultOfActions(JsonElement statement, string name)
    {
        foreach (var action in Texts(statement, name))
        {
            if (action is null) return Syntax;
            if (action != "*" && !action.Contains(':', StringComparison.Ordinal))
                return "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
        }

        return null;
    }

    private static string? FaultOfResources(JsonElement statement, string name)
    {
        foreach (var resource in Texts(statement, name))
        {
            if (resource is null) return Syntax;
            if (resource != "*" && !resource.StartsWith("arn:", StringComparison.Ordinal)
                && !resource.Contains('*', StringComparison.Ordinal)
                && !resource.Contains('$', StringComparison.Ordinal))
            {
                return $"Resource {resource} must be in ARN format or \"*\".";
            }
        }

        return null;
    }

    // One text or a list of them; null stands for what is neither.
    private static IEnumerable<string?> Texts(JsonElement statement, string name)
    {
        if (!statement.TryGetProperty(name, out var value)) return [];
        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()],
            JsonValueKind.Array => value.EnumerateArray()
                .Select(v => v.ValueKind == JsonValueKind.String ? v.GetString() : null),
            _ => [null],
        };
    }
}
