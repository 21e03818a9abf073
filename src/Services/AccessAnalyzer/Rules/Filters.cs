namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>
/// Filters of findings, of archive rules too: all properties have to match. Source: IAM User Guide, "IAM Access
/// Analyzer filter keys".
/// </summary>
internal static class Filters
{
    private static readonly Dictionary<string, Func<FindingRecord, IEnumerable<string>>> Properties =
        new(StringComparer.Ordinal)
        {
            ["resource"] = f => [f.Resource],
            ["resourceType"] = f => [f.ResourceType],
            ["resourceOwnerAccount"] = f => [f.Account],
            ["isPublic"] = f => [f.IsPublic ? "true" : "false"],
            ["findingType"] = f => [f.Type.ToWire()],
            ["status"] = f => [f.Status.ToWire()],
            ["id"] = f => [f.Id.Value],
            ["principal.AWS"] = f => Of(f.Principal, "AWS"),
            ["principal.Federated"] = f => Of(f.Principal, "Federated"),
            ["principal.CanonicalUser"] = f => Of(f.Principal, "CanonicalUser"),
            ["action"] = f => f.Actions,
        };

    /// <summary>Reads a filter.</summary>
    /// <exception cref="ServiceException">ValidationException: no such property.</exception>
    public static IReadOnlyDictionary<string, CriterionRecord> Read(IReadOnlyDictionary<string, Criterion> filter) =>
        filter.ToDictionary(
            pair => Property(pair.Key) is null
                ? throw Errors.NotServed($"the filter key {pair.Key}")
                : pair.Key,
            pair => new CriterionRecord
            {
                Equal = pair.Value.Eq, Unequal = pair.Value.Neq, Contains = pair.Value.Contains,
                Exists = pair.Value.Exists,
            });

    /// <summary>Whether a finding matches.</summary>
    public static bool Matches(IReadOnlyDictionary<string, CriterionRecord> filter, FindingRecord finding) =>
        filter.All(pair => Holds(pair.Value, [.. Property(pair.Key)!(finding)]));

    private static bool Holds(CriterionRecord criterion, string[] values) =>
        (criterion.Equal is null || values.Any(v => criterion.Equal.Contains(v)))
        && (criterion.Unequal is null || !values.Any(v => criterion.Unequal.Contains(v)))
        && (criterion.Contains is null
            || values.Any(v => criterion.Contains.Any(c => v.Contains(c, StringComparison.Ordinal))))
        && (criterion.Exists is not { } exists || exists == values.Length > 0);

    private static Func<FindingRecord, IEnumerable<string>>? Property(string name)
    {
        const string Condition = "condition.";
        if (Properties.TryGetValue(name, out var property)) return property;
        return name.StartsWith(Condition, StringComparison.Ordinal)
            ? f => Of(f.Conditions, name[Condition.Length..])
            : null;
    }

    private static IEnumerable<string> Of(IReadOnlyDictionary<string, string>? map, string key) =>
        map is not null && map.TryGetValue(key, out var value) ? [value] : [];
}
