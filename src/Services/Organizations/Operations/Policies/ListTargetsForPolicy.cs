namespace Orrery.Services.Organizations.Operations.Policies;

/// <summary>Lists what a policy is attached to.</summary>
public sealed class ListTargetsForPolicy : IReadOperation<ListTargetsForPolicyRequest, ListTargetsForPolicyResult>
{
    /// <inheritdoc/>
    public ListTargetsForPolicyResult Run(ListTargetsForPolicyRequest request, ReadCall call)
    {
        var organization = Realm.Seen(call);
        var policy = ControlPolicies.Get(call, organization, request.PolicyId);
        var (page, next) = Page.Of(
            ControlPolicies.Targets(call, organization, policy), n => n.Id.Value, request.MaxResults,
            request.NextToken);
        return new()
        {
            Targets =
            [
                .. page.Select(n => new PolicyTargetSummary
                {
                    TargetId = n.Id.Value,
                    Arn = Arns.Of(organization, n),
                    Name = n.Name,
                    Type = n.Kind switch
                    {
                        NodeKind.Root => TargetType.Root,
                        NodeKind.Unit => TargetType.OrganizationalUnit,
                        _ => TargetType.Account,
                    },
                }),
            ],
            NextToken = next,
        };
    }
}
