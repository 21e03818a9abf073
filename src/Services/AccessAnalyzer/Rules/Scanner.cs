using Orrery.Engines.Policies.Sets;

namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>
/// Brings the findings of an analyzer up to what the policies say. It runs when somebody asks for findings, once a day,
/// and when a scan is asked for; with AWS it runs within half an hour of a change, and daily.
/// </summary>
internal static class Scanner
{
    /// <summary>Analyzes anew what changed since the last time.</summary>
    public static void Refresh(Call call, AnalyzerRecord analyzer)
    {
        var accounts = Analyzers.Accounts(call, analyzer);
        if (Analyzers.IsExternal(analyzer)) RefreshExternal(call, analyzer, accounts);
        else Settle(call, analyzer, Of(call, analyzer), UnusedScan.Of(call, analyzer, accounts));
    }

    /// <summary>The findings of an analyzer, as they are kept.</summary>
    public static List<FindingRecord> Of(ReadCall call, AnalyzerRecord analyzer) =>
        [.. call.Read(Tables.Findings).By(Tables.FindingsByAnalyzer, analyzer.Name.Value)];

    private static void RefreshExternal(Call call, AnalyzerRecord analyzer, IReadOnlyList<string> accounts)
    {
        var organization = analyzer.Type == Wire.Generated.Accessanalyzer.Type.Organization
            ? Analyzers.OrganizationOf(call)
            : null;
        var zone = new TrustZone(accounts.ToHashSet(StringComparer.Ordinal), organization);
        var prefix = $"{organization} {string.Join(' ', accounts)} ";
        var kept = call.Read(Tables.Resources).By(Tables.ResourcesByAnalyzer, analyzer.Name.Value)
            .ToDictionary(r => r.Arn, StringComparer.Ordinal);
        var findings = Of(call, analyzer).ToLookup(f => f.Resource, StringComparer.Ordinal);
        string? last = null;
        foreach (var policy in Analyzed.All(call, accounts).ToList())
        {
            var fingerprint = prefix + policy.Fingerprint;
            kept.Remove(policy.Arn, out var before);
            if (before?.Fingerprint == fingerprint) continue;
            last = policy.Arn;
            call.Write(Tables.Resources).Put(new()
            {
                Id = ResourceRecord.Of(analyzer.Name.Value, policy.Arn),
                Analyzer = analyzer.Name.Value,
                Arn = policy.Arn,
                Type = policy.Type,
                Account = policy.Account,
                Fingerprint = fingerprint,
                CreatedAt = before?.CreatedAt ?? call.Now,
                UpdatedAt = call.Now,
            });
            Settle(call, analyzer, findings[policy.Arn], ExternalScan.Of(call, analyzer, policy, zone));
        }

        foreach (var gone in kept.Values)
        {
            call.Write(Tables.Resources).Remove(gone.Id);
            Settle(call, analyzer, findings[gone.Arn], []);
        }

        if (last is not null)
            call.Write(Tables.Analyzers).Put(analyzer with { LastResource = last, LastAt = call.Now });
    }

    // What is found stays or comes, and is archived by rules when it comes; what is not found any more is resolved.
    private static void Settle(
        Call call, AnalyzerRecord analyzer, IEnumerable<FindingRecord> before, IEnumerable<FindingRecord> now)
    {
        var old = before.ToDictionary(f => f.Id);
        foreach (var found in now)
        {
            if (!old.Remove(found.Id, out var known) || known.IsResolved)
            {
                call.Write(Tables.Findings).Put(found with
                {
                    CreatedAt = known?.CreatedAt ?? call.Now,
                    IsArchived = analyzer.Rules.Any(r => Filters.Matches(r.Filter, found)),
                });
            }
            else if (!known.Says(found))
            {
                call.Write(Tables.Findings).Put(
                    found with { CreatedAt = known.CreatedAt, IsArchived = known.IsArchived });
            }
        }

        foreach (var gone in old.Values.Where(f => !f.IsResolved))
            call.Write(Tables.Findings).Put(gone with { IsResolved = true, UpdatedAt = call.Now });
    }
}
