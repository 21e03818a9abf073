using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.AccessScopes;

/// <summary>Deletes a Network Access Scope that has no analyses (the code for one that has some: guessed).</summary>
public sealed class DeleteNetworkInsightsAccessScope
    : IWriteOperation<DeleteNetworkInsightsAccessScopeRequest, DeleteNetworkInsightsAccessScopeResult>
{
    /// <inheritdoc/>
    public DeleteNetworkInsightsAccessScopeResult Run(
        DeleteNetworkInsightsAccessScopeRequest request, Call call)
    {
        var scope = AccessScopeKinds.Scope.Get(call, request.NetworkInsightsAccessScopeId!);
        if (call.Read(AccessScopeTables.Analyses).HasAny(AccessScopeTables.AnalysesByScope, scope.Id.Value))
        {
            throw new Core.ServiceException(
                "AnalysisExistsForNetworkInsightsAccessScope",
                $"The networkInsightsAccessScope '{scope.Id}' has analyses.");
        }

        call.Write(AccessScopeTables.Scopes).Remove(scope.Id);
        TagStore.Forget(call, scope.Id.Value);
        return new() { NetworkInsightsAccessScopeId = scope.Id.Value };
    }
}
