using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.AccessScopes;

/// <summary>Says what a Network Access Scope matches and excludes.</summary>
public sealed class GetNetworkInsightsAccessScopeContent
    : IReadOperation<GetNetworkInsightsAccessScopeContentRequest, GetNetworkInsightsAccessScopeContentResult>
{
    /// <inheritdoc/>
    public GetNetworkInsightsAccessScopeContentResult Run(
        GetNetworkInsightsAccessScopeContentRequest request, ReadCall call)
    {
        var scope = AccessScopeKinds.Scope.Get(call, request.NetworkInsightsAccessScopeId!);
        return new() { NetworkInsightsAccessScopeContent = AccessScopeView.ContentOf(scope) };
    }
}
