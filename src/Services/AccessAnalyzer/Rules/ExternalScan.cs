using Orrery.Engines.Policies.Documents;
using Orrery.Engines.Policies.Sets;
using PrincipalType = Orrery.Engines.Policies.Documents.PrincipalType;

namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>What access from outside the zone of trust a resource's policies grant.</summary>
internal static class ExternalScan
{
    /// <summary>The findings about a resource.</summary>
    public static IEnumerable<FindingRecord> Of(
        ReadCall call, AnalyzerRecord analyzer, AnalyzedPolicy policy, TrustZone zone)
    {
        var target = policy.Policies();
        var own = ExternalAccess.Of(policy.Arn, target, zone).Select(f => Finding(call, analyzer, policy, (f, null)));
        var through =
            from front in policy.Fronts()
            from f in ExternalAccess.Of(front.Arn, front.Policies, zone, front.Passage)
            select Finding(call, analyzer, policy, (f, front.Arn));
        return own.Concat(through).Select(finding => finding with
        {
            Restriction = target.Control.Levels.Count > 0
                ? ResourceControlPolicyRestriction.Applied
                : ResourceControlPolicyRestriction.NotApplicable,
        });
    }

    private static FindingRecord Finding(
        ReadCall call, AnalyzerRecord analyzer, AnalyzedPolicy policy, (ExternalFinding Found, string? Front) what)
    {
        var found = what.Found;
        var (key, value) = PrincipalOf(found.Principal);
        var conditions = found.Conditions.GroupBy(c => c.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => string.Join(", ", g.Select(c => c.Value)));
        var about = string.Join(
            '|', conditions.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}"));
        return new()
        {
            Id = Findings.IdOf(
                call, analyzer, $"{policy.Arn}|{key}|{value}|{about}{(what.Front is null ? "" : "|" + what.Front)}"),
            AccessPoint = what.Front,
            Analyzer = analyzer.Name.Value,
            Type = FindingType.ExternalAccess,
            Resource = policy.Arn,
            ResourceType = policy.Type,
            Account = policy.Account,
            Principal = new Dictionary<string, string> { [key] = value },
            Actions = found.Actions,
            Conditions = conditions,
            IsPublic = found.IsPublic,
            CreatedAt = call.Now,
            UpdatedAt = call.Now,
        };
    }

    private static (string Key, string Value) PrincipalOf(PrincipalEntry entry) => entry.Type switch
    {
        PrincipalType.Federated => ("Federated", entry.Value),
        PrincipalType.CanonicalUser => ("CanonicalUser", entry.Value),
        _ => ("AWS", entry.Value),
    };
}
