using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInsights;

/// <summary>Deletes an analysis, running or not.</summary>
public sealed class DeleteNetworkInsightsAnalysis
    : IWriteOperation<DeleteNetworkInsightsAnalysisRequest, DeleteNetworkInsightsAnalysisResult>
{
    /// <inheritdoc/>
    public DeleteNetworkInsightsAnalysisResult Run(DeleteNetworkInsightsAnalysisRequest request, Call call)
    {
        var analysis = Ec2Kinds.NetworkInsightsAnalysis.Get(call, request.NetworkInsightsAnalysisId!);
        call.Write(Tables.NetworkInsightsAnalyses).Remove(analysis.Id);
        InsightsLoop.Stop(call, analysis);
        TagStore.Forget(call, analysis.Id.Value);
        return new() { NetworkInsightsAnalysisId = analysis.Id.Value };
    }
}
