using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserPolicies;

/// <summary>The managed policies attached to a user.</summary>
public sealed class ListAttachedUserPolicies
    : IReadOperation<ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResult>
{
    /// <inheritdoc/>
    public ListAttachedUserPoliciesResult Run(ListAttachedUserPoliciesRequest request, ReadCall call)
    {
        var page = Attachments.Page(
            Holders.User(call, request.UserName), request.PathPrefix, request.Marker, request.MaxItems);
        return new() { AttachedPolicies = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
