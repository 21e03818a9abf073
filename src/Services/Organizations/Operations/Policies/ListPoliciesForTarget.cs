namespace Orrery.Services.Organizations.Operations.Policies;

/// <summary>Lists the policies of a type that are attached right to the root, a unit or an account.</summary>
public sealed class ListPoliciesForTarget : IReadOperation<ListPoliciesForTargetRequest, ListPoliciesForTargetResult>
{
    /// <inheritdoc/>
    public ListPoliciesForTargetResult Run(ListPoliciesForTargetRequest request, ReadCall call)
    {
        var organization = Realm.Seen(call);
        var type = ControlPolicies.Type(organization, request.Filter);
        var target = Nodes.Target(call, organization, request.TargetId);
        var (page, next) = Page.Of(
            ControlPolicies.At(call, organization, target, type), p => p.Id.Value, request.MaxResults,
            request.NextToken);
        return new() { Policies = [.. page.Select(p => Show.Summary(organization, p))], NextToken = next };
    }
}
