using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.AccessScopes;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.AccessScopes;

/// <summary>Makes a Network Access Scope. Whether what it names exists shows when it is analysed.</summary>
public sealed class CreateNetworkInsightsAccessScope
    : IWriteOperation<CreateNetworkInsightsAccessScopeRequest, CreateNetworkInsightsAccessScopeResult>
{
    /// <inheritdoc/>
    public CreateNetworkInsightsAccessScopeResult Run(
        CreateNetworkInsightsAccessScopeRequest request, Call call)
    {
        var scope = new AccessScopeRecord
        {
            Id = call.NewId<NetworkInsightsAccessScopeId>(),
            CreatedDate = call.Now,
            MatchPaths = AccessScopeRules.Paths(request.MatchPaths, "MatchPath"),
            ExcludePaths = AccessScopeRules.Paths(request.ExcludePaths, "ExcludePath"),
        };
        if (scope.MatchPaths.IsEmpty)
        {
            throw Errors.Missing("MatchPaths");
        }

        call.Write(AccessScopeTables.Scopes).Put(scope);
        TagStore.PutNew(call, AccessScopeKinds.Scope, scope.Id.Value, request.TagSpecifications);
        return new()
        {
            NetworkInsightsAccessScope = AccessScopeView.Of(scope, call),
            NetworkInsightsAccessScopeContent = AccessScopeView.ContentOf(scope),
        };
    }
}
