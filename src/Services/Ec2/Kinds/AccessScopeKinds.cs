using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Kinds;

/// <summary>
/// The kinds of Network Access Analyzer. Codes: guessed, after those of network insights paths; tag types: the
/// ResourceType enumeration of the EC2 model.
/// </summary>
internal static class AccessScopeKinds
{
    public static readonly TableKind<NetworkInsightsAccessScopeId, AccessScopeRecord> Scope = new(
        AccessScopeTables.Scopes,
        "network-insights-access-scope",
        new(
            "InvalidNetworkInsightsAccessScopeId.NotFound",
            "InvalidNetworkInsightsAccessScopeId.Malformed",
            "networkInsightsAccessScope ID"));

    public static readonly TableKind<NetworkInsightsAccessScopeAnalysisId, AccessScopeAnalysisRecord> Analysis = new(
        AccessScopeTables.Analyses,
        "network-insights-access-scope-analysis",
        new(
            "InvalidNetworkInsightsAccessScopeAnalysisId.NotFound",
            "InvalidNetworkInsightsAccessScopeAnalysisId.Malformed",
            "networkInsightsAccessScopeAnalysis ID"));

    /// <summary>All of them; the prefixes differ.</summary>
    public static readonly IReadOnlyList<ResourceKind> All = [Scope, Analysis];
}
