using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.RolePolicies;

/// <summary>The names of the inline policies of a role.</summary>
public sealed class ListRolePolicies : IReadOperation<ListRolePoliciesRequest, ListRolePoliciesResult>
{
    /// <inheritdoc/>
    public ListRolePoliciesResult Run(ListRolePoliciesRequest request, ReadCall call)
    {
        var page = InlinePolicies.Page(Holders.Role(call, request.RoleName), request.Marker, request.MaxItems);
        return new() { PolicyNames = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
