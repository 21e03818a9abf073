namespace Orrery.Services.Organizations.Operations.Policies;

/// <summary>Shows a policy.</summary>
public sealed class DescribePolicy : IReadOperation<DescribePolicyRequest, DescribePolicyResult>
{
    /// <inheritdoc/>
    public DescribePolicyResult Run(DescribePolicyRequest request, ReadCall call)
    {
        var organization = Realm.Seen(call);
        return new() { Policy = Show.Of(organization, ControlPolicies.Get(call, organization, request.PolicyId)) };
    }
}
