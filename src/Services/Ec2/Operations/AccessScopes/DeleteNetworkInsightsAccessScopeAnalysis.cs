using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.AccessScopes;

/// <summary>Deletes an analysis, running or not.</summary>
public sealed class DeleteNetworkInsightsAccessScopeAnalysis
    : IWriteOperation<DeleteNetworkInsightsAccessScopeAnalysisRequest, DeleteNetworkInsightsAccessScopeAnalysisResult>
{
    /// <inheritdoc/>
    public DeleteNetworkInsightsAccessScopeAnalysisResult Run(
        DeleteNetworkInsightsAccessScopeAnalysisRequest request, Call call)
    {
        var analysis = AccessScopeKinds.Analysis.Get(call, request.NetworkInsightsAccessScopeAnalysisId!);
        call.Write(AccessScopeTables.Analyses).Remove(analysis.Id);
        AccessScopeLoop.Stop(call, analysis);
        TagStore.Forget(call, analysis.Id.Value);
        return new() { NetworkInsightsAccessScopeAnalysisId = analysis.Id.Value };
    }
}
