using Orrery.Contracts.Instances;
using Orrery.Engines.Scaling.Warm;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;

namespace Orrery.Services.AutoScaling.Life;

/// <summary>
/// Whether an instance of a warm pool is healthy. Source: EC2 Auto Scaling User Guide, "View health check status and
/// the reason for health check failures": of what is stopped the volumes, of what runs the status checks; no grace
/// period, and nothing before the hooks are done. The two minutes in which checks may pass again are guessed, as in
/// the group.
/// </summary>
internal static class PoolHealth
{
    private const string Lost = "an EC2 health check indicating it has been terminated or stopped";
    private const string Checks = "an EC2 instance status checks failure";
    private const string Volumes = "EBS volume health check failure";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Examines an instance; looks again when what is wrong begins to count.</summary>
    public static void Examine(Call call, GroupRecord group, string id)
    {
        if (call.Read(Tables.Members).Find(new(id)) is not { IsWarmed: true, Sickness: null } member
            || group.Suspends(Processes.HealthCheck))
        {
            return;
        }

        var instance = call.Port<IInstanceSupply>().Find(call, id);
        var (sickness, from) = Wrong(instance, member, group);
        if (sickness is null) return;
        if (from <= call.Now)
        {
            Health.Mark(call, member, sickness);
            return;
        }

        call.Cancel(HealthLoop.TimerKind, id);
        call.Schedule(HealthLoop.TimerKind, from, id);
    }

    private static (string? Sickness, DateTimeOffset From) Wrong(
        SuppliedInstance? instance, MemberRecord member, GroupRecord group)
    {
        var stage = Stages.Of(member);
        if (WarmLifeRules.Next(stage, Stages.Seen(instance), stops: true) == WarmStep.Sicken)
            return (Lost, DateTimeOffset.MinValue);
        if (stage == PoolStage.Running && instance!.ImpairedSince is { } since) return (Checks, since + Patience);
        return instance!.VolumesImpairedSince is { } volumes
            && (stage == PoolStage.Stopped || group.HealthCheckType.Contains("EBS"))
            ? (Volumes, volumes + Patience) : default;
    }
}
