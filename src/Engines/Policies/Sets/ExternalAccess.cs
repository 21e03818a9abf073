using Orrery.Core;
using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Evaluation;
using Orrery.Engines.Policies.Patterns;
using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Sets;

/// <summary>
/// Who outside a zone of trust a resource's policy lets in. Source: IAM User Guide, "Findings for public and
/// cross-account access": one finding for each external principal of a statement; access that conditions confine to the
/// zone, or that a denial or a resource control policy takes away, is none; AWS services are none.
/// </summary>
public static class ExternalAccess
{
    /// <summary>The findings.</summary>
    /// <param name="resource">The resource's ARN.</param>
    /// <param name="target">Its policies.</param>
    /// <param name="zone">The zone of trust.</param>
    /// <param name="passage">What stands behind the resource; null where nothing does.</param>
    public static IReadOnlyList<ExternalFinding> Of(
        string resource, ResourcePolicies target, TrustZone zone, Passage? passage = null)
    {
        if (target.Policy is not { } policy) return [];
        // Most policies name nobody outside: they need no look at what requests there may be.
        var candidates = policy.Policies.SelectMany(p => p.Document.Statements.Select(s => new Rule(p, s)))
            .Where(r => r.Statement is { Effect: Effect.Allow, Principals: not null, IsNotPrincipal: false })
            .SelectMany(r => r.Statement.Principals!.Distinct().Select(e => (Entry: e, Rule: r)))
            .Where(c => RequestersOf(c.Entry, c.Rule.Statement).Any(r => !zone.Accounts.Contains(r.Account))).ToList();
        if (candidates.Count == 0) return [];
        var scene = new ExternalScene(resource, target, zone, new Universe(
            [policy, .. target.Control.Levels.Select(l => l.Policies), .. Behind(passage)], [],
            [resource, $"{resource}/*", .. Within(resource, passage)]), passage);
        return [.. candidates.Select(c => Find(c.Entry, c.Rule, scene)).OfType<ExternalFinding>()];
    }

    private static IEnumerable<PolicyStack> Behind(Passage? passage) => passage is null ? [] : [passage.Policy];

    // What the policies behind tell apart is told apart as it is named through the resource.
    private static IEnumerable<string> Within(string resource, Passage? passage)
    {
        if (passage is null) return [];
        var start = passage.Behind + "/";
        return passage.Policy.Policies.SelectMany(p => p.Document.Statements).SelectMany(s => s.Resources)
            .Where(r => r.StartsWith(start, StringComparison.Ordinal) && !r.Contains("${", StringComparison.Ordinal))
            .Select(r => $"{resource}{passage.Inside}{r[start.Length..]}");
    }

    private static ExternalFinding? Find(PrincipalEntry entry, Rule rule, ExternalScene scene)
    {
        var requesters = RequestersOf(entry, rule.Statement)
            .Where(r => !scene.Zone.Accounts.Contains(r.Account)).ToList();
        var granted = scene.Universe.ActionNames.Where(action => requesters.Any(requester =>
            scene.Requests(requester, action).Any(r => Passes(r, rule.Statement) && scene.LetsPass(r)))).ToList();
        if (granted.Count == 0) return null;
        var actions = rule.Statement.IsNotAction
            ? granted.Select(a => a.Text)
            : rule.Statement.Actions.Where(a => granted.Any(g => Glob.Of(a.ToLowerInvariant()).Matches(g.Lower)));
        return new(
            entry, entry.Type == PrincipalType.Everyone && rule.Statement.Conditions.Count == 0, [.. actions],
            [.. rule.Statement.Conditions.Select(c =>
                KeyValuePair.Create(c.Key.Name, string.Join(", ", c.Values)))],
            rule, scene.Universe.IsExact);
    }

    // Everybody: nobody signed, and somebody whom no policy names; and those whom a condition names instead.
    private static IEnumerable<Requester> RequestersOf(PrincipalEntry entry, Statement statement)
    {
        if (entry.Type is PrincipalType.Service) return [];
        if (entry.Type != PrincipalType.Everyone) return Requesters.Of(entry);
        var named = statement.Conditions.SelectMany(c => c.Values).Select(v =>
            AccountNumber.Is(v) ? PrincipalEntry.OfAws(v)
            : v.StartsWith("arn:aws:iam::", StringComparison.Ordinal)
                ? PrincipalEntry.OfAws(v.Replace("*", "x", StringComparison.Ordinal))
                : null).OfType<PrincipalEntry>();
        return [Requesters.Other, Requester.Anonymous, .. named.SelectMany(Requesters.Of)];
    }

    private static bool Passes(AccessRequest request, Statement statement)
    {
        var target = request.Target;
        return statement.AppliesTo(request.Action) && statement.AppliesTo(request.Resource, request.Context)
            && statement.Names(request.Requester) != Naming.None && statement.Holds(request.Context)
            && target.Policy!.Denying(request) is null && target.Control.Denying(request) is null
            && target.Control.Missing(request) is null;
    }
}
