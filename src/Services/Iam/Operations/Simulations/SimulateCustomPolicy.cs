using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Simulations;

/// <summary>What policies that are passed in decide about actions. Source: IAM API Reference.</summary>
public sealed class SimulateCustomPolicy : IReadOperation<SimulateCustomPolicyRequest, SimulateCustomPolicyResult>
{
    /// <inheritdoc/>
    public SimulateCustomPolicyResult Run(SimulateCustomPolicyRequest request, ReadCall call)
    {
        var simulation = new Simulation
        {
            Policies = Simulation.Passed("PolicyInputList", request.PolicyInputList),
            Boundary = Simulation.Passed(
                "PermissionsBoundaryPolicyInputList", request.PermissionsBoundaryPolicyInputList),
            Actions = request.ActionNames!,
            Resources = request.ResourceArns,
            ResourcePolicy = request.ResourcePolicy,
            ResourceOwner = request.ResourceOwner,
            CallerArn = request.CallerArn,
            Entries = request.ContextEntries ?? [],
            Handling = request.ResourceHandlingOption,
        };
        var page = Page.InOrder(simulation.Run(call), request.Marker, request.MaxItems);
        return new() { EvaluationResults = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
