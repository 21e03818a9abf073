using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Listing;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Services.AutoScaling.Views;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Policies;

/// <summary>Tells of policies; names and ARNs of none are passed over.</summary>
public sealed class DescribePolicies : IReadOperation<DescribePoliciesRequest, DescribePoliciesResult>
{
    /// <inheritdoc/>
    public DescribePoliciesResult Run(DescribePoliciesRequest request, ReadCall call)
    {
        if (request.AutoScalingGroupName is { } name) Rules.Groups.Get(call, name);
        var found = request.AutoScalingGroupName is { } group
            ? PolicyStore.Of(call, group) : call.Read(Tables.Policies).All();
        if (request.PolicyNames is { Count: > 0 } names)
            found = found.Where(policy => names.Contains(policy.Name) || names.Contains(policy.Arn));
        if (request.PolicyTypes is { Count: > 0 } types)
            found = found.Where(policy => types.Contains(policy.Type));
        var (page, next) = Pages.Of(found, policy => policy.Key.Value, request.NextToken, request.MaxRecords);
        return new() { ScalingPolicies = [.. page.Select(policy => PolicyView.Of(call, policy))], NextToken = next };
    }
}
