using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Policies;

/// <summary>Runs a simple or step policy by hand. Source: API Reference, ExecutePolicy.</summary>
public sealed class ExecutePolicy : IWriteOperation<ExecutePolicyRequest, ExecutePolicyResult>
{
    /// <inheritdoc/>
    public ExecutePolicyResult Run(ExecutePolicyRequest request, Call call)
    {
        var policy = PolicyStore.Get(call, request.AutoScalingGroupName, request.PolicyName!);
        var group = Rules.Groups.Open(call, policy.Group);
        if (!policy.Enabled) throw Errors.Invalid($"The policy {policy.Name} is disabled");
        switch (policy.Type)
        {
            case PolicyRequests.Simple:
                var decision = PolicyRuns.Simple(call, group, policy, null, request.HonorCooldown == true);
                if (decision.Why.Code is "COOLDOWN" or "ACTIVITY_IN_PROGRESS")
                    throw Errors.Busy($"Scaling activity can not be started: {decision.Why.Text}");
                return new();
            case PolicyRequests.Step when request is { MetricValue: { } value, BreachThreshold: { } threshold }:
                PolicyRuns.Step(call, group, policy, new(value, threshold, value >= threshold));
                return new();
            case PolicyRequests.Step:
                throw Errors.Invalid("MetricValue and BreachThreshold must be specified for step scaling policies");
            default:
                throw Errors.Invalid($"A policy of type {policy.Type} cannot be executed");
        }
    }
}
