using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Groups;

/// <summary>The names of the inline policies of a group.</summary>
public sealed class ListGroupPolicies : IReadOperation<ListGroupPoliciesRequest, ListGroupPoliciesResult>
{
    /// <inheritdoc/>
    public ListGroupPoliciesResult Run(ListGroupPoliciesRequest request, ReadCall call)
    {
        var page = InlinePolicies.Page(Holders.Group(call, request.GroupName), request.Marker, request.MaxItems);
        return new() { PolicyNames = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
