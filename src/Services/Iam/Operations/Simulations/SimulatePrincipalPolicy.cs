using Orrery.Contracts.Identity;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Simulations;

/// <summary>What the policies of a user, group or role decide about actions. Source: IAM API Reference.</summary>
public sealed class SimulatePrincipalPolicy
    : IReadOperation<SimulatePrincipalPolicyRequest, SimulatePrincipalPolicyResult>
{
    /// <inheritdoc/>
    public SimulatePrincipalPolicyResult Run(SimulatePrincipalPolicyRequest request, ReadCall call)
    {
        var holder = ByArn.Holder(call, request.PolicySourceArn!);
        var own = AccessPolicies.Of(call, holder).Select(SimulatedPolicy.Of);
        var boundary = Simulation.Passed(
            "PermissionsBoundaryPolicyInputList", request.PermissionsBoundaryPolicyInputList);
        if (boundary.Count == 0 && holder.Boundary is { } arn && Shelf.In(call, call.Account, arn) is { } policy)
            boundary = [new(policy.Name, policy.Default.Document, SimulatedPolicy.Managed(policy.IsAws))];
        var simulation = new Simulation
        {
            Policies = [.. own, .. Simulation.Passed("PolicyInputList", request.PolicyInputList)],
            Boundary = boundary,
            Control = call.FindPort<IOrganizations>()?.Of(call, call.Account)?.Service ?? [],
            Actions = request.ActionNames!,
            Resources = request.ResourceArns,
            ResourcePolicy = request.ResourcePolicy,
            ResourceOwner = request.ResourceOwner,
            CallerArn = request.CallerArn ?? (holder is UserRecord ? holder.Arn : null),
            Entries = request.ContextEntries ?? [],
            Handling = request.ResourceHandlingOption,
        };
        var page = Page.InOrder(simulation.Run(call), request.Marker, request.MaxItems);
        return new() { EvaluationResults = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
