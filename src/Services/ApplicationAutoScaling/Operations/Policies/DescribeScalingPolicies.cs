using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.ApplicationAutoScaling.Rules;
using Orrery.Services.ApplicationAutoScaling.Views;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Operations.Policies;

/// <summary>Tells of policies; names of none are passed over.</summary>
public sealed class DescribeScalingPolicies
    : IReadOperation<DescribeScalingPoliciesRequest, DescribeScalingPoliciesResult>
{
    /// <inheritdoc/>
    public DescribeScalingPoliciesResult Run(DescribeScalingPoliciesRequest request, ReadCall call)
    {
        var wanted = Wanted.Of(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        var found = call.Read(Tables.Policies).All().Where(policy => wanted.Has(policy.Target));
        if (request.PolicyNames is { Count: > 0 } names) found = found.Where(policy => names.Contains(policy.Name));
        var (page, next) = Pages.Of(found, policy => policy.Key.Value, request.NextToken, request.MaxResults);
        return new()
        {
            ScalingPolicies = [.. page.Select(policy => PolicyView.Of(
                call, policy, call.Read(Tables.Targets).Find(policy.Target)!))],
            NextToken = next,
        };
    }
}
