using System.Text.Json;
using System.Text.RegularExpressions;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// The condition keys that policies ask for: those of conditions, and those of variables. Source: IAM API Reference,
/// GetContextKeysForCustomPolicy.
/// </summary>
internal static partial class ContextKeys
{
    /// <summary>The keys of some policies, each once.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> documents) =>
    [
        .. documents.SelectMany(Of).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal),
    ];

    private static List<string> Of(string document)
    {
        List<string> keys = [.. Variable().Matches(document).Select(m => m.Groups[1].Value)];
        using var json = JsonDocument.Parse(document);
        var statements = json.RootElement.GetProperty("Statement");
        foreach (var statement in statements.ValueKind == JsonValueKind.Array
            ? statements.EnumerateArray().ToArray() : [statements])
        {
            if (statement.TryGetProperty("Condition", out var conditions))
            {
                keys.AddRange(
                    conditions.EnumerateObject().SelectMany(c => c.Value.EnumerateObject()).Select(k => k.Name));
            }
        }

        return keys;
    }

    // A variable with its default, if it has one: ${aws:username, 'nobody'}.
    [GeneratedRegex(@"\$\{\s*([\w-]+:[^,}\s]+)[^}]*\}")]
    private static partial Regex Variable();
}
