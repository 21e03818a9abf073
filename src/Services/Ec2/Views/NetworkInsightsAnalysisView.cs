using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Insights;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>An analysis as the API writes it.</summary>
internal static class NetworkInsightsAnalysisView
{
    /// <summary>The analysis with its findings and tags.</summary>
    public static NetworkInsightsAnalysis Of(NetworkInsightsAnalysisRecord analysis, ReadCall call) => new()
    {
        NetworkInsightsAnalysisId = analysis.Id.Value,
        NetworkInsightsAnalysisArn = ResourceArn.Of(call.Scope, analysis.Id.Value),
        NetworkInsightsPathId = analysis.PathId.Value,
        AdditionalAccounts = analysis.AdditionalAccounts,
        FilterInArns = analysis.FilterInArns,
        FilterOutArns = analysis.FilterOutArns,
        StartDate = analysis.StartDate,
        Status = analysis.Status,
        NetworkPathFound = analysis.PathFound,
        ForwardPathComponents = [.. analysis.Forward.Select(PathComponentView.Of)],
        ReturnPathComponents = [.. analysis.Return.Select(PathComponentView.Of)],
        Explanations = analysis.Code is { } code ? [ExplanationView.Of(code, analysis.StoppedAt)] : [],
        SuggestedAccounts = analysis.SuggestedAccounts,
        Tags = TagStore.View(call, analysis.Id.Value),
    };
}
