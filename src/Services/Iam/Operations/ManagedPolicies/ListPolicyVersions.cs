using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.ManagedPolicies;

/// <summary>The versions of a managed policy, newest first.</summary>
public sealed class ListPolicyVersions : IReadOperation<ListPolicyVersionsRequest, ListPolicyVersionsResult>
{
    /// <inheritdoc/>
    public ListPolicyVersionsResult Run(ListPolicyVersionsRequest request, ReadCall call)
    {
        var policy = Shelf.Get(call, request.PolicyArn!);
        var page = Page.InOrder(policy.Versions.Reverse(), request.Marker, request.MaxItems);
        return new()
        {
            Versions = page.Of(v => Show.Of(policy, v, document: false)).Items,
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
