using Orrery.Contracts.Identity;
using Orrery.Engines.Policies.Documents;

namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>
/// What access nobody uses. Source: IAM User Guide, "Review unused access findings": roles, access keys, passwords, and
/// permissions of services and actions. Passwords open no console here, so those of an age are all unused.
/// </summary>
internal static class UnusedScan
{
    /// <summary>The findings about the users and roles of some accounts.</summary>
    public static IEnumerable<FindingRecord> Of(
        ReadCall call, AnalyzerRecord analyzer, IReadOnlyCollection<string> accounts)
    {
        var before = call.Now.AddDays(-analyzer.UnusedDays);
        return (call.FindPort<IPrincipalDirectory>()?.All(call) ?? [])
            .Where(e => accounts.Contains(e.Caller.Account) && e.CreatedAt <= before && !IsLinked(e))
            .SelectMany(e => e.Caller.Kind == CallerKind.User
                ? OfUser(call, analyzer, e, before)
                : OfRole(call, analyzer, e, before));
    }

    private static bool IsLinked(DirectoryEntry entry) =>
        entry.Facts.PrincipalArn.Contains(":role/aws-service-role/", StringComparison.Ordinal);

    private static IEnumerable<FindingRecord> OfRole(
        ReadCall call, AnalyzerRecord analyzer, DirectoryEntry role, DateTimeOffset before)
    {
        var last = call.FindPort<ICallActivity>()?.OfPrincipal(call, role.Facts.PrincipalArn)?.At;
        if (last is null || last <= before)
        {
            yield return New(call, analyzer, role, FindingType.UnusedIAMRole, "") with { LastAccessed = last };
            yield break;
        }

        foreach (var finding in OfPermissions(call, analyzer, role, before)) yield return finding;
    }

    private static IEnumerable<FindingRecord> OfUser(
        ReadCall call, AnalyzerRecord analyzer, DirectoryEntry user, DateTimeOffset before)
    {
        foreach (var key in user.Keys.Where(k => k.IsActive && k.CreatedAt <= before))
        {
            var last = call.FindPort<ICallActivity>()?.OfKey(call, key.Id)?.At;
            if (last is not null && last > before) continue;
            yield return New(call, analyzer, user, FindingType.UnusedIAMUserAccessKey, key.Id) with
            {
                AccessKey = key.Id, LastAccessed = last,
            };
        }

        if (user.PasswordSince <= before)
            yield return New(call, analyzer, user, FindingType.UnusedIAMUserPassword, "");
        foreach (var finding in OfPermissions(call, analyzer, user, before)) yield return finding;
    }

    // One finding for a principal: of services that it does not use, and of actions that are named and not used.
    private static IEnumerable<FindingRecord> OfPermissions(
        ReadCall call, AnalyzerRecord analyzer, DirectoryEntry entry, DateTimeOffset before)
    {
        var uses = call.FindPort<ICallActivity>()?.Actions(call, entry.Facts.PrincipalArn) ?? [];
        var unused = Named(entry).GroupBy(a => a.Service).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Unused(g.Key, g.Select(a => a.Action), uses, before)).OfType<UnusedRecord>().ToList();
        if (unused.Count == 0) yield break;
        yield return New(call, analyzer, entry, FindingType.UnusedPermission, "") with { Unused = unused };
    }

    private static UnusedRecord? Unused(
        string service, IEnumerable<string> actions, IReadOnlyList<CallUse> uses, DateTimeOffset before)
    {
        var own = uses.Where(u => u.Service == service).ToList();
        DateTimeOffset? last = own.Count == 0 ? null : own.Max(u => u.At);
        if (last is null || last <= before) return new(service, [], last);
        string[] idle =
        [
            .. actions.Where(a => !a.Contains('*', StringComparison.Ordinal)
                    && !own.Any(u => u.At > before && u.Action.Equals(a, StringComparison.OrdinalIgnoreCase)))
                .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal),
        ];
        return idle.Length == 0 ? null : new(service, idle, last);
    }

    private static IEnumerable<(string Service, string Action)> Named(DirectoryEntry entry) =>
        from text in entry.Facts.Policies
        let document = PolicyDocument.Read(text.Document, PolicyKind.Identity, out _)
        where document is not null
        from statement in document.Statements
        where statement.Effect == Effect.Allow && !statement.IsNotAction
        from action in statement.Actions
        let colon = action.IndexOf(':', StringComparison.Ordinal)
        where colon > 0 && !action.AsSpan(0, colon).ContainsAny('*', '?')
        select (action[..colon].ToLowerInvariant(), action[(colon + 1)..]);

    private static FindingRecord New(
        ReadCall call, AnalyzerRecord analyzer, DirectoryEntry entry, FindingType type, string about) => new()
        {
            Id = Findings.IdOf(call, analyzer, $"{entry.Facts.PrincipalArn}|{type}|{about}"),
            Analyzer = analyzer.Name.Value,
            Type = type,
            Resource = entry.Facts.PrincipalArn,
            ResourceType = entry.Caller.Kind == CallerKind.User ? "AWS::IAM::User" : "AWS::IAM::Role",
            Account = entry.Caller.Account,
            CreatedAt = call.Now,
            UpdatedAt = call.Now,
        };
}
