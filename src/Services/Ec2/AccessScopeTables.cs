using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>The tables of Network Access Analyzer.</summary>
internal static class AccessScopeTables
{
    public static readonly Table<NetworkInsightsAccessScopeId, AccessScopeRecord> Scopes =
        Table<NetworkInsightsAccessScopeId, AccessScopeRecord>.Resident(
            "ec2.network-access-scopes", r => r.Id, () => AccessScopeJson.Default.AccessScopeRecord);

    public static readonly Table<NetworkInsightsAccessScopeAnalysisId, AccessScopeAnalysisRecord> Analyses =
        Table<NetworkInsightsAccessScopeAnalysisId, AccessScopeAnalysisRecord>.Resident(
            "ec2.network-access-scope-analyses", r => r.Id, () => AccessScopeJson.Default.AccessScopeAnalysisRecord);

    public static readonly Index<NetworkInsightsAccessScopeAnalysisId, AccessScopeAnalysisRecord> AnalysesByScope =
        Analyses.Index("scope", a => a.ScopeId.Value);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Scopes, Analyses];
}
