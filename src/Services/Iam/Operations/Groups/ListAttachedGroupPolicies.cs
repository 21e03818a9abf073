using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>The managed policies attached to a group.</summary>
public sealed class ListAttachedGroupPolicies
    : IReadOperation<ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResult>
{
    /// <inheritdoc/>
    public ListAttachedGroupPoliciesResult Run(ListAttachedGroupPoliciesRequest request, ReadCall call)
    {
        var page = Attachments.Page(
            Holders.Group(call, request.GroupName), request.PathPrefix, request.Marker, request.MaxItems);
        return new() { AttachedPolicies = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
