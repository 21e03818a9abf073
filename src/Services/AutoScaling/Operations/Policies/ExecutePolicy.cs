using Orrery.Engines.Scaling.Adjustments;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Policies;

/// <summary>
/// Runs a simple or step policy by hand. Source: API Reference, ExecutePolicy (a metric value that no step covers is an
/// error; its words are guessed).
/// </summary>
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
                var why = PolicyRuns.Step(call, group, policy, BreachOf(policy, value, threshold)).Why;
                if (why.Code == "NO_STEP")
                    throw Errors.Invalid($"The MetricValue does not correspond to a step adjustment: {why.Text}");
                return new();
            case PolicyRequests.Step:
                throw Errors.Invalid("MetricValue and BreachThreshold must be specified for step scaling policies");
            default:
                throw Errors.Invalid($"A policy of type {policy.Type} cannot be executed");
        }
    }

    // There is no alarm that says on which side the threshold itself is: where the policy has steps (guessed).
    private static Breach BreachOf(PolicyRecord policy, double value, double threshold)
    {
        var goesAbove = policy.Steps.Any(step => step.Upper is not <= 0);
        return new(value, threshold, value > threshold || (value == threshold && goesAbove));
    }
}
