using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Insights;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInsights;

/// <summary>Starts to analyse a path.</summary>
public sealed class StartNetworkInsightsAnalysis
    : IWriteOperation<StartNetworkInsightsAnalysisRequest, StartNetworkInsightsAnalysisResult>
{
    /// <inheritdoc/>
    public StartNetworkInsightsAnalysisResult Run(StartNetworkInsightsAnalysisRequest request, Call call)
    {
        var path = Ec2Kinds.NetworkInsightsPath.Get(call, request.NetworkInsightsPathId!);
        var analysis = new NetworkInsightsAnalysisRecord
        {
            Id = call.NewId<NetworkInsightsAnalysisId>(),
            PathId = path.Id,
            StartDate = call.Now,
            Status = AnalysisStatus.Running,
            AdditionalAccounts = InsightsRules.Accounts(request.AdditionalAccounts),
            FilterInArns = InsightsRules.Arns(request.FilterInArns, "FilterInArn"),
            FilterOutArns = InsightsRules.Arns(request.FilterOutArns, "FilterOutArn"),
        };
        call.Write(Tables.NetworkInsightsAnalyses).Put(analysis);
        TagStore.PutNew(call, Ec2Kinds.NetworkInsightsAnalysis, analysis.Id.Value, request.TagSpecifications);
        InsightsLoop.Begin(call, analysis);
        return new() { NetworkInsightsAnalysis = NetworkInsightsAnalysisView.Of(analysis, call) };
    }
}
