using System.Text.Json;
using Orrery.Contracts.Identity;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// Whom a trust policy names. IAM refuses a policy that names a user, role or service that is not there. Source: IAM
/// User Guide, "Troubleshoot IAM policies", invalid principals.
/// </summary>
internal static class TrustedPrincipals
{
    /// <summary>The first one that does not exist, as AWS writes it in its message; null where all do.</summary>
    public static string? FirstUnknown(ReadCall call, string document)
    {
        using var json = JsonDocument.Parse(document);
        var statements = json.RootElement.GetProperty("Statement");
        foreach (var statement in statements.ValueKind == JsonValueKind.Array
            ? statements.EnumerateArray().ToArray() : [statements])
        {
            foreach (var name in (string[])["Principal", "NotPrincipal"])
            {
                if (statement.TryGetProperty(name, out var principal) && Unknown(call, principal) is { } unknown)
                    return unknown;
            }
        }

        return null;
    }

    /// <summary>
    /// A user or role has another ARN, or is gone: then its unique id stands for it, so that nobody who gets its name
    /// later is trusted. Source: IAM User Guide, "AWS JSON policy elements: Principal".
    /// </summary>
    public static void Replace(Call call, string arn, string by)
    {
        var (old, next) = ($"\"{arn}\"", $"\"{by}\"");
        foreach (var scope in call.Scopes.Where(s => s.IsGlobal).ToList())
        {
            var roles = call.Write(Tables.Roles, scope);
            foreach (var role in roles.All().Where(r => r.Trust.Contains(old, StringComparison.Ordinal)).ToList())
                roles.Put(role with { Trust = role.Trust.Replace(old, next, StringComparison.Ordinal) });
        }
    }

    private static string? Unknown(ReadCall call, JsonElement principal)
    {
        if (principal.ValueKind == JsonValueKind.String)
            return principal.GetString() == "*" ? null : $"\"{principal.GetString()}\"";
        if (principal.ValueKind != JsonValueKind.Object) return principal.GetRawText();
        foreach (var kind in principal.EnumerateObject())
        {
            var values = kind.Value.ValueKind == JsonValueKind.Array
                ? kind.Value.EnumerateArray().Select(v => v.ToString()) : [kind.Value.ToString()];
            var wrong = kind.Name switch
            {
                "AWS" => values.FirstOrDefault(v => !Exists(call, v)),
                "Service" => values.FirstOrDefault(v => v != "*" && !ServicePrincipals.MayBe(v)),
                "Federated" or "CanonicalUser" => values.FirstOrDefault(v => v.Length == 0),
                _ => values.FirstOrDefault() ?? "",
            };
            // IAM writes the member of services in capitals: aws-samples/aws-cdk-examples#801.
            if (wrong is not null)
                return $"\"{(kind.Name == "Service" ? "SERVICE" : kind.Name)}\":\"{wrong}\"";
        }

        return null;
    }

    private static bool Exists(ReadCall call, string principal)
    {
        if (principal == "*" || AccountNumber.Is(principal)) return true;

        // What was deleted stands in a policy as its unique id, which nobody has again.
        if (principal is ['A', 'I' or 'R', ..] && !principal.Contains(':', StringComparison.Ordinal)) return true;
        var parts = principal.Split(':', 6);
        if (parts is not ["arn", _, "iam" or "sts", "", var account, var resource] || !AccountNumber.Is(account))
            return false;
        if (resource == "root") return true;
        var scope = Scope.Global(account);
        var kind = resource.Split('/')[0];
        return kind switch
        {
            "user" => call.Read(Tables.Users, scope).Find(IamKey.OfName(Arns.NameOf(resource)))?.Arn == principal,
            "role" => call.Read(Tables.Roles, scope).Find(IamKey.OfName(Arns.NameOf(resource)))?.Arn == principal,
            "assumed-role" or "federated-user" => parts[2] == "sts",
            _ => false,
        };
    }
}
