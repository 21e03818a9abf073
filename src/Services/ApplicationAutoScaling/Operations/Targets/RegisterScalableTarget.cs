using Orrery.Contracts.Scaling;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Operations.Tagging;
using Orrery.Services.ApplicationAutoScaling.Records;
using Orrery.Services.ApplicationAutoScaling.Rules;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Operations.Targets;

/// <summary>
/// Registers a scalable target, or changes one: what is not named stays. The capacity of a resource in use is brought
/// within the limits. Source: API Reference, RegisterScalableTarget.
/// </summary>
public sealed class RegisterScalableTarget
    : IWriteOperation<RegisterScalableTargetRequest, RegisterScalableTargetResult>
{
    /// <inheritdoc/>
    public RegisterScalableTargetResult Run(RegisterScalableTargetRequest request, Call call)
    {
        var (space, dimension) = (request.ServiceNamespace!.Value.ToWire(), request.ScalableDimension!.Value.ToWire());
        var provider = Providers.Get(call, space, dimension);
        if (provider.Find(call, request.ResourceId!) is null)
            throw Errors.Invalid($"The resource {request.ResourceId} of {space} does not exist");
        var key = ScalableTargets.KeyOf(request.ServiceNamespace, request.ResourceId, request.ScalableDimension);
        var before = call.Read(Tables.Targets).Find(key);
        if (before is not null && request.Tags is { Count: > 0 })
            throw Errors.Invalid("Tags can only be specified for a new scalable target: use TagResource");
        var target = Limited(request, before ?? New(request, call, provider), provider);
        var suspended = request.SuspendedState;
        target = target with
        {
            SuspendsIn = suspended?.DynamicScalingInSuspended ?? target.SuspendsIn,
            SuspendsOut = suspended?.DynamicScalingOutSuspended ?? target.SuspendsOut,
            SuspendsSchedules = suspended?.ScheduledScalingSuspended ?? target.SuspendsSchedules,
        };
        call.Write(Tables.Targets).Put(target);
        ScalableTargets.Bound(call, target);
        return new() { ScalableTargetARN = target.Arn };
    }

    // The service-linked role stands in place of a role that is given (API Reference, RoleARN).
    private static TargetRecord New(RegisterScalableTargetRequest request, Call call, IScalableDimension provider)
    {
        if (request.MinCapacity is null || request.MaxCapacity is null)
            throw Errors.Invalid("MinCapacity and MaxCapacity must be specified for a new scalable target");
        var most = ScalableLimits.Targets(provider.Namespace);
        if (call.Read(Tables.Targets).CountBy(Tables.TargetsByDimension, provider.Dimension) >= most)
            throw Errors.Limit($"There are at most {most} scalable targets of {provider.Dimension}.");
        return new()
        {
            Namespace = provider.Namespace,
            Dimension = provider.Dimension,
            Resource = request.ResourceId!,
            Arn = $"arn:aws:application-autoscaling:{call.Region}:{call.Account}:scalable-target/0ec5"
                + Uuids.New(call).Replace("-", "", StringComparison.Ordinal),
            Created = call.Now,
            RoleArn = $"arn:aws:iam::{call.Account}:role/aws-service-role/{provider.Namespace}"
                + ".application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_"
                + provider.RoleName,
            Tags = TagSet.With(
                [], request.Tags ?? new Dictionary<string, string>(),
                name => Errors.Invalid($"The tag key {name} is reserved for AWS"), Errors.TooManyTags),
        };
    }

    private static TargetRecord Limited(
        RegisterScalableTargetRequest request, TargetRecord target, IScalableDimension provider)
    {
        var (min, max) = (request.MinCapacity ?? target.Min, request.MaxCapacity ?? target.Max);
        if (min < provider.LeastCapacity)
            throw Errors.Invalid($"MinCapacity must be at least {provider.LeastCapacity}");
        if (min > max) throw Errors.Invalid("Maximum capacity cannot be less than minimum capacity");
        return target with { Min = min, Max = max };
    }
}
