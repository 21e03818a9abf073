using System.Text.Json;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>Which services the policies of somebody allow, by their Allow statements alone.</summary>
internal static class AccessPolicies
{
    /// <summary>The policies of a user (also through its groups), group or role.</summary>
    public static IEnumerable<GrantingPolicy> Of(ReadCall call, HolderRecord holder)
    {
        var holders = holder is UserRecord user ? Holders.GroupsOf(call, user).Prepend(holder) : [holder];
        foreach (var each in holders)
        {
            var kind = each switch
            {
                UserRecord => PolicyOwnerEntityType.User,
                GroupRecord => PolicyOwnerEntityType.Group,
                _ => PolicyOwnerEntityType.Role,
            };
            foreach (var (name, document) in each.Inline)
            {
                yield return new(document, new()
                {
                    PolicyName = name, PolicyType = PolicyType.Inline, EntityType = kind, EntityName = each.Name,
                });
            }

            foreach (var policy in each.Attached.Select(arn => Shelf.Find(call, arn)).OfType<PolicyRecord>())
            {
                yield return new(policy.Default.Document, new()
                {
                    PolicyName = policy.Name, PolicyType = PolicyType.Managed, PolicyArn = policy.Arn,
                });
            }
        }
    }

    /// <summary>Whether a document allows something of a service.</summary>
    public static bool Allows(string document, string service) =>
        Actions(document).Any(a => a == "*" || a.StartsWith(service + ":", StringComparison.OrdinalIgnoreCase));

    /// <summary>The services that a document names in what it allows.</summary>
    public static IEnumerable<string> Services(string document) =>
        Actions(document)
            .Where(a => a.Contains(':', StringComparison.Ordinal))
            .Select(a => a[..a.IndexOf(':', StringComparison.Ordinal)].ToLowerInvariant())
            .Distinct();

    // NotAction allows what it does not name: taken for all services, as AWS lists it.
    private static List<string> Actions(string document)
    {
        List<string> all = [];
        using var json = JsonDocument.Parse(document);
        foreach (var statement in Many(json.RootElement.GetProperty("Statement")))
        {
            if (statement.GetProperty("Effect").GetString() != "Allow") continue;
            if (statement.TryGetProperty("Action", out var actions))
                all.AddRange(Many(actions).Select(a => a.GetString()!));
            else all.Add("*");
        }

        return all;
    }

    private static IEnumerable<JsonElement> Many(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
}
