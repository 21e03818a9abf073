using System.Text.Json.Nodes;
using Orrery.Tests.Unit.Engines.Policies.Twin;

namespace Orrery.Tests.Differential.Policies;

/// <summary>Where the simulator differs from what AWS documents, each with its source.</summary>
internal static class KnownDifferences
{
    private static readonly (Quirks Quirk, string Why)[] Table =
    [
        (Quirks.MixedFamilies, "NotIpAddress holds for an address of the other family, which is not in the block "
            + "(S3 User Guide, \"Using IPv6 addresses in IAM policies\": one denial with NotIpAddress lists both)"),
        (Quirks.WholeRange, "every IPv4 address is in 0.0.0.0/0 (IAM User Guide, \"IP address condition operators\": "
            + "CIDR, RFC 4632)"),
        (Quirks.Epoch, "dates may be seconds since 1970 (IAM User Guide, \"Date condition operators\": epoch time)"),
        (Quirks.MissingVariables, "a negated operator holds where a variable has no value (IAM User Guide, "
            + "\"Policy variables with no value\")"),
        (Quirks.MissingKeys, "with IfExists a missing key makes the condition true (IAM User Guide, "
            + "\"...IfExists condition operators\")"),
        (Quirks.PlainStars, "${*} is a plain star, also where texts are compared for equality (IAM User Guide, "
            + "\"Request information that you can use for policy variables\")"),
        (Quirks.SparedAccounts, "NotPrincipal that lists a user and its account denies the others of the account "
            + "(IAM User Guide, \"AWS JSON policy elements: NotPrincipal\")"),
        (Quirks.OldVariables, "${...} is plain text before version 2012-10-17 (IAM User Guide, \"IAM JSON policy "
            + "elements: Version\")"),
        (Quirks.LimitedSessions, "what is granted to a session itself is not limited by a session policy (IAM User "
            + "Guide, \"How AWS enforcement code logic evaluates requests\")"),
    ];

    /// <summary>
    /// Why the answers differ: the slow twin, which agrees with the engine, gives the simulator's answer where it errs
    /// in that way; null where nothing known explains it.
    /// </summary>
    public static string? Explain(PolicyCase one, string ours, string theirs)
    {
        if (NaiveEvaluator.Decide(one) != ours) return null;
        foreach (var (quirk, why) in Table)
            if (NaiveEvaluator.Decide(one with { Quirks = quirk }) == theirs) return $"{quirk}: {why}";
        var all = Table.Aggregate(Quirks.None, (sum, row) => sum | row.Quirk);
        return NaiveEvaluator.Decide(one with { Quirks = all }) == theirs ? "several of these" : null;
    }

    /// <summary>The operators, without qualifier and IfExists, in the conditions of a case.</summary>
    public static IEnumerable<string> OperatorsOf(PolicyCase one)
    {
        JsonObject?[] policies =
        [
            .. one.Identity, one.Boundary, one.Session, one.ResourcePolicy, .. one.ServiceControls.SelectMany(l => l),
            .. one.ResourceControls.SelectMany(l => l),
        ];
        return policies.OfType<JsonObject>()
            .SelectMany(p => p["Statement"] is JsonArray many ? many.ToList() : [p["Statement"]])
            .SelectMany(s => s!["Condition"] is JsonObject block ? block.Select(o => o.Key) : [])
            .Select(name => name.Split(':')[^1].Replace("IfExists", "", StringComparison.Ordinal));
    }
}
