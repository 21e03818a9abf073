using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.ManagedPolicies;

/// <summary>The managed policies of the account, of AWS, or both.</summary>
public sealed class ListPolicies : IReadOperation<ListPoliciesRequest, ListPoliciesResult>
{
    /// <inheritdoc/>
    public ListPoliciesResult Run(ListPoliciesRequest request, ReadCall call)
    {
        var scope = request.Scope ?? PolicyScopeType.All;
        var local = scope == PolicyScopeType.Aws ? [] : call.Mine(Tables.Policies).All();
        var aws = scope == PolicyScopeType.Local ? [] : AwsPolicies.All;
        var prefix = request.PathPrefix ?? "/";
        var found = local.Concat(aws)
            .Where(p => p.Path.StartsWith(prefix, StringComparison.Ordinal))
            .Where(p => request.OnlyAttached != true || Shelf.Attachments(call, p.Arn) > 0)
            .Where(p => request.PolicyUsageFilter switch
            {
                PolicyUsageType.PermissionsBoundary => Shelf.Boundaries(call, p.Arn) > 0,
                PolicyUsageType.PermissionsPolicy => Shelf.Attachments(call, p.Arn) > 0,
                _ => true,
            });
        var page = Page.Of(
            found.OrderBy(p => p.Arn, StringComparer.Ordinal), p => p.Arn, request.Marker, request.MaxItems);
        return new()
        {
            Policies = page.Of(p => Show.Listed(call, p)).Items, IsTruncated = page.IsTruncated, Marker = page.Marker,
        };
    }
}
