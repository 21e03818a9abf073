using System.Text.Json;
using System.Text.Json.Nodes;
using Orrery.Kernel.State;

namespace Orrery.Services.Events.Rules.Buses;

/// <summary>
/// The policy of an event bus: which other accounts may put events. Statements with conditions allow nothing: what they
/// ask about is not known here.
/// </summary>
internal static class BusPolicy
{
    private const int Longest = 10_240;

    /// <summary>The policy with a statement more, or in the place of that of the same id.</summary>
    public static string With(string? policy, JsonObject statement)
    {
        var document = Document(policy);
        var statements = (JsonArray)document["Statement"]!;
        var id = (string?)statement["Sid"];
        foreach (var old in statements.Where(s => (string?)s!["Sid"] == id).ToList())
            statements.Remove(old);
        statements.Add((JsonNode)statement);
        return Checked(document.ToJsonString());
    }

    /// <summary>
    /// The policy without a statement; null where none is left. Throws where there is no such statement.
    /// </summary>
    public static string? Without(string? policy, string id)
    {
        var document = Document(policy);
        var statements = (JsonArray)document["Statement"]!;
        var gone = statements.FirstOrDefault(s => (string?)s!["Sid"] == id)
            ?? throw Errors.NotFound($"Statement {id} of the event bus policy");
        statements.Remove(gone);
        return statements.Count == 0 ? null : document.ToJsonString();
    }

    /// <summary>A whole policy, as far as it can be read.</summary>
    public static string Checked(string policy)
    {
        if (policy.Length > Longest)
            throw new Core.ServiceException(
                "PolicyLengthExceededException", "The policy is longer than 10240 characters.");
        try
        {
            using var document = JsonDocument.Parse(policy);
            if (document.RootElement.ValueKind == JsonValueKind.Object && Statements(document.RootElement).Any())
                return policy;
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw Errors.Validation("Policy is not a valid JSON policy document with at least one statement.");
    }

    /// <summary>Whether an account may put events on a bus.</summary>
    public static bool Allows(string? policy, Scope bus, string account)
    {
        if (bus.Account == account)
            return true;
        if (policy is null)
            return false;
        using var document = JsonDocument.Parse(policy);
        var effects = Statements(document.RootElement)
            .Where(s => Names(s, "Action").Any(IsPut) && IsOf(s, account))
            .Select(s => (s.GetProperty("Effect").GetString(), Bound: s.TryGetProperty("Condition", out _)))
            .ToList();
        return effects.Contains(("Allow", false)) && !effects.Exists(e => e.Item1 == "Deny");
    }

    private static bool IsPut(string action) =>
        action is "*" or "events:*" || action.Equals("events:PutEvents", StringComparison.OrdinalIgnoreCase);

    private static bool IsOf(JsonElement statement, string account) =>
        statement.TryGetProperty("Principal", out var principal)
        && (principal.ValueKind == JsonValueKind.String ? [principal.GetString()!] : Names(principal, "AWS"))
            .Any(p => p == "*" || p == account || p.StartsWith($"arn:aws:iam::{account}:", StringComparison.Ordinal));

    private static IEnumerable<string> Names(JsonElement holder, string name) =>
        !holder.TryGetProperty(name, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(v => v.GetString()!)
        : [value.GetString()!];

    private static IEnumerable<JsonElement> Statements(JsonElement document) =>
        !document.TryGetProperty("Statement", out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray()
        : [value];

    private static JsonObject Document(string? policy)
    {
        var document = policy is null ? [] : (JsonObject)JsonNode.Parse(policy)!;
        document["Version"] ??= "2012-10-17";
        if (document["Statement"] is not JsonArray)
            document["Statement"] = document["Statement"] is { } one ? new JsonArray(one.DeepClone()) : new JsonArray();
        return document;
    }
}
