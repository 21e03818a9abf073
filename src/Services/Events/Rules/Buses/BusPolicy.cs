using System.Text.Json;
using System.Text.Json.Nodes;
using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Requests;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Services.Events.Rules.Buses;

/// <summary>
/// The policy of an event bus: which other accounts may put events. Source: EventBridge User Guide, "Permissions for
/// event buses".
/// </summary>
internal static class BusPolicy
{
    private const int Longest = 10_240;

    private static readonly ActionName Put = ActionName.Of("events:PutEvents");

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

    /// <summary>Whether an account may put events on a bus: by the bus's policy, where it is another's.</summary>
    public static bool Allows(ReadCall call, string? policy, (Scope Scope, string Name) bus, string account)
    {
        if (bus.Scope.Account == account) return true;
        if (policy is null || PolicyDocument.Read(policy, PolicyKind.Resource, out _) is not { } document) return false;
        var organization = call.FindPort<IOrganizations>()?.Of(call, account);
        List<(string, string)> context =
        [
            ("aws:PrincipalAccount", account), ("aws:PrincipalArn", $"arn:aws:iam::{account}:root"),
            ("aws:PrincipalType", "Account"), ("aws:PrincipalIsAWSService", "false"),
        ];
        if (organization is not null)
        {
            context.Add(("aws:PrincipalOrgID", organization.Id));
            context.Add(("aws:PrincipalOrgPaths", organization.Path));
        }

        var arn = Names.Bus(bus.Scope, bus.Name);
        return Evaluator.Decide(new()
        {
            Requester = Requester.Root(account),
            Action = Put,
            Resource = new(arn),
            Context = RequestContext.Of([.. context]),
            Principal = PrincipalPolicies.None,
            Target = new(bus.Scope.Account) { Policy = PolicyStack.Of([new(arn, document)]) },
        }).IsAllowed;
    }

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
