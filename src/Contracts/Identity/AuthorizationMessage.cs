using System.Text;
using System.Text.Json;

namespace Orrery.Contracts.Identity;

/// <summary>
/// What a refusal was decided on, as DecodeAuthorizationMessage tells it. Source: STS API Reference,
/// DecodeAuthorizationMessage.
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

    /// <summary>The statements that decided, each as JSON.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

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
            json.WriteStartObject("matchedStatements");
            json.WriteStartArray("items");
            foreach (var statement in Statements) json.WriteRawValue(statement);
            json.WriteEndArray();
            json.WriteEndObject();
            WriteContext(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
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
        json.WriteStartObject("conditions");
        json.WriteStartArray("items");
        foreach (var (key, values) in Conditions)
        {
            json.WriteStartObject();
            json.WriteString("key", key);
            json.WriteStartObject("values");
            json.WriteStartArray("items");
            foreach (var value in values)
            {
                json.WriteStartObject();
                json.WriteString("value", value);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
