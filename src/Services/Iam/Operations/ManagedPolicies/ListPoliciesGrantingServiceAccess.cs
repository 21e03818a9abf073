using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.ManagedPolicies;

/// <summary>
/// Which policies of a user, group or role allow something of a service: by their Allow statements alone, without
/// resources and conditions, as AWS's list is.
/// </summary>
public sealed class ListPoliciesGrantingServiceAccess
    : IReadOperation<ListPoliciesGrantingServiceAccessRequest, ListPoliciesGrantingServiceAccessResult>
{
    /// <inheritdoc/>
    public ListPoliciesGrantingServiceAccessResult Run(
        ListPoliciesGrantingServiceAccessRequest request, ReadCall call)
    {
        var holder = ByArn.Holder(call, request.Arn!);
        var all = AccessPolicies.Of(call, holder).ToList();
        var page = Page.InOrder(request.ServiceNamespaces!, request.Marker, null);
        return new()
        {
            PoliciesGrantingServiceAccess = [.. page.Items.Select(service => new ListPoliciesGrantingServiceAccessEntry
            {
                ServiceNamespace = service,
                Policies = [.. all.Where(p => AccessPolicies.Allows(p.Document, service)).Select(p => p.Shown)],
            })],
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
