using System.Text;
using System.Text.Json;

namespace Orrery.Contracts.Identity;

/// <summary>
/// What a refusal was decided on, as DecodeAuthorizationMessage tells it. Sources: STS API Reference,
/// DecodeAuthorizationMessage; its shape: IAM User Guide, "Use DecodeAuthorizationMessage with a CLI".
/// </summary>
/// <param name="PrincipalId">The unique id of who called.</param>
/// <param name="PrincipalArn">The ARN of who called.</param>
/// <param name="Action">For example <c>ec2:RunInstances</c>.</param>
/// <param name="Resource">The ARN of the resource.</param>
/// <param name="ExplicitDeny">Whether a statement denied it; else none allowed it.</param>
public sealed record AuthorizationMessage(
    string PrincipalId, string PrincipalArn, string Action, string Resource, bool ExplicitDeny)
{
    /// <summary>The condition keys of the request with their values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Conditions { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The statements that denied; empty where none did.</summary>
    public IReadOnlyList<MatchedStatement> Statements { get; init; } = [];

    /// <summary>The message as a refusal carries it.</summary>
    public string Seal() => SealedMessage.Seal(Json());

    private string Json()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteBoolean("allowed", false);
            json.WriteBoolean("explicitDeny", ExplicitDeny);
            WriteItems(json, "matchedStatements", Statements, WriteStatement);
            WriteItems<string>(json, "failures", [], WriteValue);
            WriteContext(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void WriteItems<T>(
        Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("items");
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, string value) => json.WriteString("value", value);

    private static void WriteKey(Utf8JsonWriter json, KeyValuePair<string, IReadOnlyList<string>> key)
    {
        json.WriteString("key", key.Key);
        WriteItems(json, "values", key.Value, WriteValue);
    }

    private void WriteStatement(Utf8JsonWriter json, MatchedStatement statement)
    {
        // A session is named by the id of its role.
        var holder = PrincipalId.Split(':')[0];
        json.WriteString("statementId", statement.Sid);
        json.WriteString("effect", "DENY");
        WriteItems(json, "principals", [holder], WriteValue);
        WriteItems<string>(json, "principalGroups", [], WriteValue);
        // What NotAction and NotResource become is guessed.
        WriteItems(json, statement.IsNotAction ? "notActions" : "actions", statement.Actions, WriteValue);
        WriteItems(json, statement.IsNotResource ? "notResources" : "resources", statement.Resources, WriteValue);
        WriteItems(json, "conditions", statement.Conditions, WriteKey);
    }

    private void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartObject("context");
        json.WriteStartObject("principal");
        json.WriteString("id", PrincipalId);
        json.WriteString("arn", PrincipalArn);
        json.WriteEndObject();
        json.WriteString("action", Action);
        json.WriteString("resource", Resource);
        WriteItems(json, "conditions", Conditions, WriteKey);
        json.WriteEndObject();
    }
}
