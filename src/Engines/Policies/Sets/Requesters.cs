using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Patterns;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Sets;

/// <summary>Those whom policies tell apart: whom an entry names, some other principal, and nobody.</summary>
internal static class Requesters
{
    /// <summary>An account that no policy names.</summary>
    public const string OtherAccount = "000000000000";

    /// <summary>Somebody of an account that no policy names.</summary>
    public static Requester Other { get; } = Somebody(OtherAccount);

    /// <summary>All that stacks tell apart.</summary>
    public static IReadOnlyList<Requester> Of(IReadOnlyList<PolicyStack> stacks)
    {
        var entries = stacks.SelectMany(s => s.Policies).SelectMany(p => p.Document.Statements)
            .SelectMany(s => s.Principals ?? []).Distinct().ToList();
        if (entries.Count == 0) return [Other];
        return [.. entries.SelectMany(Of).Append(Other).Append(Requester.Anonymous).Distinct()];
    }

    /// <summary>Those whom an entry names.</summary>
    public static IEnumerable<Requester> Of(PrincipalEntry entry) => entry.Type switch
    {
        PrincipalType.Account => [Somebody(entry.Value), Requester.Root(entry.Value)],
        PrincipalType.Arn => [OfArn(entry.Value)],
        PrincipalType.UniqueId => [Other with { UniqueId = entry.Value }],
        PrincipalType.Service => [Requester.Service(entry.Value)],
        PrincipalType.Federated => [new(RequesterKind.Federated, entry.Value, "")],
        PrincipalType.CanonicalUser => [Other with { CanonicalId = entry.Value }],
        _ => [],
    };

    /// <summary>A request of one, without policies of its own.</summary>
    public static AccessRequest Request(
        Requester requester, ActionName action, ResourceName resource, IRequestContext context) => new()
    {
        Requester = requester,
        Action = action,
        Resource = resource,
        Context = context,
        Principal = PrincipalPolicies.None,
        Target = ResourcePolicies.None,
    };

    private static Requester Somebody(string account) => Requester.User($"arn:aws:iam::{account}:user/somebody");

    private static Requester OfArn(string arn)
    {
        var rest = Arn.Part(arn, 5).ToString();
        var account = Arn.Part(arn, 4).ToString();
        if (rest.StartsWith("role/", StringComparison.Ordinal))
        {
            var name = rest[(rest.LastIndexOf('/') + 1)..];
            return Requester.Session($"arn:aws:sts::{account}:assumed-role/{name}/somebody", arn);
        }

        if (!rest.StartsWith("assumed-role/", StringComparison.Ordinal)) return Requester.User(arn);
        var parts = rest.Split('/');
        return Requester.Session(arn, $"arn:aws:iam::{account}:role/{parts[1]}");
    }
}
