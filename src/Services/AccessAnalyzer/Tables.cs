namespace Orrery.Services.AccessAnalyzer;

/// <summary>The tables of Access Analyzer, in the scope of the analyzer. Nobody else writes them.</summary>
internal static class Tables
{
    public static readonly Table<AnalyzerKey, AnalyzerRecord> Analyzers =
        Table<AnalyzerKey, AnalyzerRecord>.Resident(
            "access-analyzer.analyzers", r => r.Name, () => AnalyzerJson.Default.AnalyzerRecord);

    public static readonly Table<AnalyzerKey, ResourceRecord> Resources =
        Table<AnalyzerKey, ResourceRecord>.Resident(
            "access-analyzer.resources", r => r.Id, () => AnalyzerJson.Default.ResourceRecord);

    public static readonly Index<AnalyzerKey, ResourceRecord> ResourcesByAnalyzer =
        Resources.Index("analyzer", r => r.Analyzer);

    public static readonly Table<AnalyzerKey, FindingRecord> Findings =
        Table<AnalyzerKey, FindingRecord>.Resident(
            "access-analyzer.findings", r => r.Id, () => AnalyzerJson.Default.FindingRecord);

    public static readonly Index<AnalyzerKey, FindingRecord> FindingsByAnalyzer =
        Findings.Index("analyzer", f => f.Analyzer);

    public static readonly Index<AnalyzerKey, FindingRecord> FindingsByResource =
        Findings.Index("resource", f => $"{f.Analyzer}/{f.Resource}");

    public static readonly Table<AnalyzerKey, GenerationRecord> Generations =
        Table<AnalyzerKey, GenerationRecord>.Resident(
            "access-analyzer.generations", r => r.Id, () => AnalyzerJson.Default.GenerationRecord);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Analyzers, Resources, Findings, Generations];
}
