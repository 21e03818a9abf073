namespace Orrery.Services.Organizations.Operations.Policies;

/// <summary>Lists the policies of a type, AWS's own with them.</summary>
public sealed class ListPolicies : IReadOperation<ListPoliciesRequest, ListPoliciesResult>
{
    /// <inheritdoc/>
    public ListPoliciesResult Run(ListPoliciesRequest request, ReadCall call)
    {
        var organization = Realm.Seen(call);
        var type = ControlPolicies.Type(organization, request.Filter);
        var (page, next) = Page.Of(
            ControlPolicies.Of(call, organization, type), p => p.Id.Value, request.MaxResults, request.NextToken);
        return new() { Policies = [.. page.Select(p => Show.Summary(organization, p))], NextToken = next };
    }
}
