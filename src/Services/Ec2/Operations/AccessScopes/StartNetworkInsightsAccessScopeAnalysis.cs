using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.AccessScopes;

/// <summary>Starts to analyse a Network Access Scope.</summary>
public sealed class StartNetworkInsightsAccessScopeAnalysis
    : IWriteOperation<StartNetworkInsightsAccessScopeAnalysisRequest, StartNetworkInsightsAccessScopeAnalysisResult>
{
    /// <inheritdoc/>
    public StartNetworkInsightsAccessScopeAnalysisResult Run(
        StartNetworkInsightsAccessScopeAnalysisRequest request, Call call)
    {
        var scope = AccessScopeKinds.Scope.Get(call, request.NetworkInsightsAccessScopeId!);
        var analysis = new AccessScopeAnalysisRecord
        {
            Id = call.NewId<NetworkInsightsAccessScopeAnalysisId>(),
            ScopeId = scope.Id,
            StartDate = call.Now,
            Status = AnalysisStatus.Running,
        };
        call.Write(AccessScopeTables.Analyses).Put(analysis);
        TagStore.PutNew(call, AccessScopeKinds.Analysis, analysis.Id.Value, request.TagSpecifications);
        AccessScopeLoop.Begin(call, analysis);
        return new() { NetworkInsightsAccessScopeAnalysis = AccessScopeView.Of(analysis, call) };
    }
}
