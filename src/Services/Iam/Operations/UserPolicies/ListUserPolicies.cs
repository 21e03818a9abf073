using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserPolicies;

/// <summary>The names of the inline policies of a user.</summary>
public sealed class ListUserPolicies : IReadOperation<ListUserPoliciesRequest, ListUserPoliciesResult>
{
    /// <inheritdoc/>
    public ListUserPoliciesResult Run(ListUserPoliciesRequest request, ReadCall call)
    {
        var page = InlinePolicies.Page(Holders.User(call, request.UserName), request.Marker, request.MaxItems);
        return new() { PolicyNames = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
