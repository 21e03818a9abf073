using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Life;

/// <summary>
/// Whether an instance in service is healthy. Source: EC2 Auto Scaling User Guide, "Health checks for instances in an
/// Auto Scaling group": an instance that does not run is unhealthy at once; failing checks count when the grace period
/// is over, and after a few minutes in which they may pass again (two here: guessed).
/// </summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Examines an instance; looks again when what is wrong begins to count.</summary>
    public static void Examine(Call call, GroupRecord group, string id)
    {
        if (call.Read(Tables.Members).Find(new(id)) is { IsWarm: true })
        {
            PoolHealth.Examine(call, group, id);
            return;
        }

        if (call.Read(Tables.Members).Find(new(id)) is not
            { State: LifecycleState.InService, Sickness: null } member || group.Suspends(Processes.HealthCheck))
        {
            return;
        }

        var (sickness, from) = Wrong(call.Port<IInstanceSupply>().Find(call, id), member, group);
        if (sickness is null) return;
        if (from > call.Now)
        {
            call.Cancel(HealthLoop.TimerKind, id);
            call.Schedule(HealthLoop.TimerKind, from, id);
            return;
        }

        Mark(call, member, sickness);
    }

    /// <summary>Holds an instance for unhealthy.</summary>
    public static void Mark(Call call, MemberRecord member, string sickness)
    {
        call.Write(Tables.Members).Put(member with { Sickness = sickness });
        GroupLoop.Wake(call, member.Group);
    }

    /// <summary>What is wrong with an instance, and from when on that counts.</summary>
    internal static (string? Sickness, DateTimeOffset From) Wrong(
        SuppliedInstance? instance, MemberRecord member, GroupRecord group)
    {
        if (instance is not { State: SuppliedState.Running or SuppliedState.Pending })
            return ("an EC2 health check indicating it has been terminated or stopped", DateTimeOffset.MinValue);
        var grace = (member.ServiceSince ?? member.Launched).AddSeconds(group.Grace);
        if (instance.ImpairedSince is { } since)
            return ("an EC2 instance status checks failure", Later(grace, since + Patience));
        return instance.VolumesImpairedSince is { } volumes && group.HealthCheckType.Contains("EBS")
            ? ("an EBS volume health check failure", Later(grace, volumes + Patience))
            : default;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
