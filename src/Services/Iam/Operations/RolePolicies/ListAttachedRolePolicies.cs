using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.RolePolicies;

/// <summary>The managed policies attached to a role.</summary>
public sealed class ListAttachedRolePolicies
    : IReadOperation<ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResult>
{
    /// <inheritdoc/>
    public ListAttachedRolePoliciesResult Run(ListAttachedRolePoliciesRequest request, ReadCall call)
    {
        var page = Attachments.Page(
            Holders.Role(call, request.RoleName), request.PathPrefix, request.Marker, request.MaxItems);
        return new() { AttachedPolicies = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
