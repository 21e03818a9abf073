using System.Text;
using System.Text.Json;
using Orrery.Core;
using Orrery.Services.Sns.Ids;

namespace Orrery.Services.Sns.Rules;

/// <summary>
/// The policy of a topic: which one it has where none was set, and the statements that AddPermission makes. Who
/// may is decided by the guard of calls.
/// </summary>
internal static class TopicPolicy
{
    // SNS Developer Guide, "Policy quotas": 100 statements.
    private const int MostStatements = 100;

    private static readonly string[] Actions =
    [
        "GetTopicAttributes", "SetTopicAttributes", "AddPermission", "RemovePermission", "DeleteTopic", "Subscribe",
        "ListSubscriptionsByTopic", "Publish",
    ];

    /// <summary>The policy of a topic that was given none: its account may do all.</summary>
    public static string Default(SnsArn arn) => Write(default, [], json =>
    {
        json.WriteStartObject();
        json.WriteString("Sid", "__default_statement_ID");
        json.WriteString("Effect", "Allow");
        json.WriteStartObject("Principal");
        json.WriteString("AWS", "*");
        json.WriteEndObject();
        WriteTexts(json, "Action", Actions.Select(action => "SNS:" + action));
        json.WriteString("Resource", arn.TopicArn);
        json.WriteStartObject("Condition");
        json.WriteStartObject("StringEquals");
        json.WriteString("AWS:SourceOwner", arn.Scope.Account);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>A policy with a statement added.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="arn">The topic.</param>
    /// <param name="label">The statement's id.</param>
    /// <param name="accounts">Who may.</param>
    /// <param name="actions">Do what.</param>
    /// <exception cref="Core.ServiceException">InvalidParameter.</exception>
    public static string Add(
        string policy, SnsArn arn, string label, IReadOnlyList<string> accounts, IReadOnlyList<string> actions)
    {
        if (accounts.Count == 0 || actions.Count == 0)
            throw Errors.InvalidParameter("AWSAccountId or ActionName is empty");
        if (accounts.FirstOrDefault(static a => !AccountNumber.Is(a)) is { } wrong)
            throw Errors.InvalidParameter($"AWSAccountId Reason: '{wrong}' is no account");
        if (actions.FirstOrDefault(a => a != "*" && !Actions.Contains(a)) is { } unknown)
            throw Errors.InvalidParameter($"Policy statement action out of service scope! ({unknown})");
        using var json = JsonDocument.Parse(policy);
        var statements = Statements(json.RootElement);
        if (statements.Any(s => Sid(s) == label)) throw Errors.InvalidParameter("Statement already exists");
        if (statements.Count >= MostStatements) throw Errors.InvalidParameter("Policy has too many statements");
        return Write(json.RootElement, statements, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("Sid", label);
            writer.WriteString("Effect", "Allow");
            writer.WriteStartObject("Principal");
            WriteTexts(writer, "AWS", accounts.Select(account => $"arn:aws:iam::{account}:root"));
            writer.WriteEndObject();
            WriteTexts(writer, "Action", actions.Select(action => "SNS:" + action));
            writer.WriteString("Resource", arn.TopicArn);
            writer.WriteEndObject();
        });
    }

    /// <summary>A policy without a statement; a label that there is not changes nothing.</summary>
    public static string Remove(string policy, string label)
    {
        using var json = JsonDocument.Parse(policy);
        return Write(json.RootElement, [.. Statements(json.RootElement).Where(s => Sid(s) != label)], _ => { });
    }

    private static List<JsonElement> Statements(JsonElement policy) =>
        !policy.TryGetProperty("Statement", out var found) ? []
        : found.ValueKind == JsonValueKind.Array ? [.. found.EnumerateArray()]
        : [found];

    private static string? Sid(JsonElement statement) =>
        statement.ValueKind == JsonValueKind.Object
            && statement.TryGetProperty("Sid", out var sid) && sid.ValueKind == JsonValueKind.String
            ? sid.GetString()
            : null;

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        var all = texts.ToList();
        if (all.Count == 1)
        {
            json.WriteString(name, all[0]);
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in all) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>A policy of statements; all else is as it was, or the default where it was none.</summary>
    private static string Write(
        JsonElement before, IReadOnlyList<JsonElement> statements, Action<Utf8JsonWriter> more)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            if (before.ValueKind == JsonValueKind.Object)
            {
                foreach (var member in before.EnumerateObject().Where(m => m.Name != "Statement")) member.WriteTo(json);
            }
            else
            {
                json.WriteString("Version", "2008-10-17");
                json.WriteString("Id", "__default_policy_ID");
            }

            json.WriteStartArray("Statement");
            foreach (var statement in statements) statement.WriteTo(json);
            more(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
