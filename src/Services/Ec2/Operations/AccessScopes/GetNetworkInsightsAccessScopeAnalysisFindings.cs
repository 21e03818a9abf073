using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.AccessScopes;

/// <summary>Says what an analysis of a Network Access Scope found; nothing yet while it runs.</summary>
public sealed class GetNetworkInsightsAccessScopeAnalysisFindings
    : IReadOperation<
        GetNetworkInsightsAccessScopeAnalysisFindingsRequest, GetNetworkInsightsAccessScopeAnalysisFindingsResult>
{
    /// <inheritdoc/>
    public GetNetworkInsightsAccessScopeAnalysisFindingsResult Run(
        GetNetworkInsightsAccessScopeAnalysisFindingsRequest request, ReadCall call)
    {
        var analysis = AccessScopeKinds.Analysis.Get(call, request.NetworkInsightsAccessScopeAnalysisId!);
        var query = new ListQuery(null, null, request.MaxResults, request.NextToken);
        var ordered = analysis.Findings.OrderBy(f => f.Id, StringComparer.Ordinal);
        var page = Lister.Of(call, ordered, f => f.Id, new Filters<AccessScopeFindingRecord>(), query);
        return new()
        {
            NetworkInsightsAccessScopeAnalysisId = analysis.Id.Value,
            AnalysisStatus = analysis.Status,
            AnalysisFindings = page.As(finding => new AccessScopeAnalysisFinding
            {
                NetworkInsightsAccessScopeAnalysisId = analysis.Id.Value,
                NetworkInsightsAccessScopeId = analysis.ScopeId.Value,
                FindingId = finding.Id,
                FindingComponents = [.. finding.Components.Select(PathComponentView.Of)],
            }),
            NextToken = page.NextToken,
        };
    }
}
