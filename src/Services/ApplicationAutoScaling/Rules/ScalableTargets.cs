using Orrery.Kernel.Calls;
using Orrery.Services.ApplicationAutoScaling.Ids;
using Orrery.Services.ApplicationAutoScaling.Loops;
using Orrery.Services.ApplicationAutoScaling.Records;
using Orrery.Wire.Generated.ApplicationAutoscaling;

namespace Orrery.Services.ApplicationAutoScaling.Rules;

/// <summary>Finds and keeps scalable targets.</summary>
internal static class ScalableTargets
{
    /// <summary>The target that a request names.</summary>
    /// <exception cref="Core.ServiceException">ObjectNotFoundException: there is none.</exception>
    public static TargetRecord Get(
        ReadCall call, ServiceNamespace? space, string? resource, ScalableDimension? dimension)
    {
        var key = KeyOf(space, resource, dimension);
        return call.Read(Tables.Targets).Find(key) ?? throw Errors.NotFound(
            $"No scalable target registered for service namespace: {space!.Value.ToWire()}, resource ID: {resource}, "
            + $"scalable dimension: {dimension!.Value.ToWire()}");
    }

    /// <summary>The target of an ARN.</summary>
    /// <exception cref="Core.ServiceException">ResourceNotFoundException: there is none.</exception>
    public static TargetRecord ByArn(ReadCall call, string arn) =>
        call.Read(Tables.Targets).By(Tables.TargetsByArn, arn).FirstOrDefault() ?? throw Errors.NoResource(arn);

    /// <summary>The key of what a request names.</summary>
    public static ScalableKey KeyOf(ServiceNamespace? space, string? resource, ScalableDimension? dimension) =>
        ScalableKey.Of(space!.Value.ToWire(), dimension!.Value.ToWire(), resource!);

    /// <summary>Brings the capacity within the limits, if the resource is in use.</summary>
    public static void Bound(Call call, TargetRecord target)
    {
        if (Providers.Find(call, target.Dimension)?.Find(call, target.Resource) is not { IsActive: true } state) return;
        if (state.Capacity < target.Min)
            CapacityChanges.Set(call, target, new(target.Min, $"minimum capacity was set to {target.Min}"));
        else if (state.Capacity > target.Max)
            CapacityChanges.Set(call, target, new(target.Max, $"maximum capacity was set to {target.Max}"));
        PolicyLoop.Wake(call, target.Key);
    }

    /// <summary>Forgets a target, with its policies and scheduled actions; activities stay.</summary>
    public static void Remove(Call call, TargetRecord target)
    {
        foreach (var policy in PolicyStore.Of(call, target.Key).ToList()) PolicyStore.Delete(call, policy);
        foreach (var action in ActionRuns.Of(call, target.Key).ToList()) ActionRuns.Delete(call, action);
        PolicyLoop.Forget(call, target.Key);
        call.Write(Tables.Targets).Remove(target.Key);
    }
}
