namespace Orrery.Services.AccessAnalyzer.Rules;

/// <summary>Archive rules of analyzers.</summary>
internal static class ArchiveRules
{
    // Source: IAM User Guide, "IAM Access Analyzer quotas".
    private const int Most = 100;

    /// <summary>One of an analyzer.</summary>
    /// <exception cref="ServiceException">ResourceNotFoundException.</exception>
    public static RuleRecord Get(AnalyzerRecord analyzer, string name) =>
        analyzer.Rules.FirstOrDefault(r => r.Name == name) ?? throw Errors.NotFound($"Archive rule {name}");

    /// <summary>An analyzer with one more.</summary>
    /// <exception cref="ServiceException">ConflictException, ServiceQuotaExceededException.</exception>
    public static AnalyzerRecord With(
        ReadCall call, AnalyzerRecord analyzer, string name, IReadOnlyDictionary<string, Criterion> filter)
    {
        if (analyzer.Rules.Any(r => r.Name == name))
            throw Errors.Conflict($"There is an archive rule {name} already.");
        if (analyzer.Rules.Count >= Most) throw Errors.Quota($"An analyzer can have {Most} archive rules.");
        return analyzer with { Rules = [.. analyzer.Rules, new(name, Filters.Read(filter), call.Now, call.Now)] };
    }
}
