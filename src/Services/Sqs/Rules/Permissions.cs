using System.Text.Json;
using System.Text.Json.Nodes;
using Orrery.Core;

namespace Orrery.Services.Sqs.Rules;

/// <summary>
/// Statements of a queue's policy by their label. The policy's shape as recorded from AWS in localstack,
/// tests/aws/services/sqs/test_sqs.snapshot.json, test_sqs_permission_lifecycle.
/// </summary>
internal static class Permissions
{
    private const int MostActions = 7;

    private static readonly string[] Actions =
    [
        "*", "SendMessage", "ReceiveMessage", "DeleteMessage", "ChangeMessageVisibility", "GetQueueAttributes",
        "GetQueueUrl", "ListDeadLetterSourceQueues", "PurgeQueue",
    ];

    /// <summary>The policy with one statement more.</summary>
    public static string Add(
        string? policy, string arn, string label, (IReadOnlyList<string> Accounts, IReadOnlyList<string> Actions) grant)
    {
        Check(label, grant.Accounts, grant.Actions);
        var root = policy is null
            ? new JsonObject { ["Version"] = "2008-10-17", ["Id"] = $"{arn}/SQSDefaultPolicy" }
            : JsonNode.Parse(policy)!.AsObject();
        var statements = Statements(root);
        if (statements.Any(one => Sid(one) == label))
            throw Errors.Value(label, "Label", "Already exists.");
        statements.Add((JsonNode)new JsonObject
        {
            ["Sid"] = label,
            ["Effect"] = "Allow",
            ["Principal"] = new JsonObject
            {
                ["AWS"] = OneOrMany(grant.Accounts.Select(a => $"arn:aws:iam::{a}:root")),
            },
            ["Action"] = OneOrMany(grant.Actions.Select(action => $"SQS:{action}")),
            ["Resource"] = arn,
        });
        root["Statement"] = statements;
        return root.ToJsonString();
    }

    /// <summary>The policy without the statement of a label; null where none is left.</summary>
    public static string? Remove(string? policy, string label)
    {
        var root = policy is null ? [] : JsonNode.Parse(policy)!.AsObject();
        var statements = Statements(root);
        if (statements.FirstOrDefault(one => Sid(one) == label) is not { } found)
            throw Errors.Value(label, "Label", "can't find label.");
        statements.Remove(found);
        root["Statement"] = statements;
        return statements.Count == 0 ? null : root.ToJsonString();
    }

    private static void Check(string label, IReadOnlyList<string> accounts, IReadOnlyList<string> actions)
    {
        if (label.Length is 0 or > 80 || !label.All(QueueNames.IsNamed))
            throw Errors.Value(
                label, "Label",
                "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length.");
        if (actions.Count == 0)
            throw Errors.Missing("Actions");
        if (accounts.Count == 0)
            throw Errors.Value("Value [] for parameter PrincipalId is invalid. Reason: Unable to verify.");
        if (actions.Count > MostActions)
            throw new Core.ServiceException(
                "OverLimit", $"{actions.Count} Actions were found, maximum allowed is 7.", 403);
        if (actions.FirstOrDefault(action => !Actions.Contains(action)) is { } unknown)
            throw Errors.Value($"Value SQS:{unknown} for parameter ActionName is invalid. Reason: Only the queue owner "
                + "is allowed to invoke this action, or there is no such action.");
        if (accounts.FirstOrDefault(static one => !AccountNumber.Is(one)) is { } wrong)
            throw Errors.Value(wrong, "PrincipalId", "Unable to verify.");
    }

    /// <summary>The statements by themselves: a policy of one statement need not have a list.</summary>
    private static JsonArray Statements(JsonObject root)
    {
        var given = root["Statement"];
        root.Remove("Statement");
        return given switch
        {
            JsonArray many => many,
            null => [],
            _ => new JsonArray(given),
        };
    }

    private static string? Sid(JsonNode? statement) =>
        statement?["Sid"] is JsonValue sid && sid.GetValueKind() == JsonValueKind.String
            ? sid.GetValue<string>()
            : null;

    private static JsonNode OneOrMany(IEnumerable<string> values)
    {
        var nodes = values.Select(value => (JsonNode)JsonValue.Create(value)).ToArray();
        return nodes.Length == 1 ? nodes[0] : new JsonArray(nodes);
    }
}
