using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Life;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Instances;

/// <summary>
/// Says that an instance is healthy or not. One that is unhealthy is replaced, in its grace period only if that is not
/// to be respected. Source: API Reference, SetInstanceHealth.
/// </summary>
public sealed class SetInstanceHealth : IWriteOperation<SetInstanceHealthRequest, SetInstanceHealthResult>
{
    private const string Sickness = "a user health-check";

    /// <inheritdoc/>
    public SetInstanceHealthResult Run(SetInstanceHealthRequest request, Call call)
    {
        var id = request.InstanceId!;
        if (request.HealthStatus is not ("Healthy" or "Unhealthy"))
            throw Errors.Invalid($"{request.HealthStatus} is not a valid health status: Healthy or Unhealthy");
        if (call.Read(Tables.Members).Find(new(id)) is not { } member) throw Errors.NoInstance(id);
        var group = Rules.Groups.Open(call, member.Group);
        var grace = (member.ServiceSince ?? member.Launched).AddSeconds(group.Grace);
        if (request.HealthStatus == "Healthy")
            call.Write(Tables.Members).Put(member with { Sickness = null });
        else if (request.ShouldRespectGracePeriod == false || member.IsWarm || grace <= call.Now)
            Health.Mark(call, member, Sickness);
        return new();
    }
}
