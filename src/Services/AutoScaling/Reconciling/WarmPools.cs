using Orrery.Engines.Scaling.Causes;
using Orrery.Engines.Scaling.Warm;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Refreshing;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// Brings warm pools to their size, after the group had its look. What is done is decided by <see cref="PoolRules"/>.
/// The descriptions of activities are AWS's, their causes in the pool are guessed.
/// </summary>
internal static class WarmPools
{
    /// <summary>Ends what is sick or too much in a pool, and launches what is missing.</summary>
    public static void Run(Call call, string name)
    {
        if (Groups.Get(call, name) is not { Pool: { } pool } group) return;
        var facts = Facts(call, group, pool);
        var plan = PoolRules.Next(facts);
        foreach (var end in plan.Ends)
            End(call, group, end, facts);
        if (plan.Launch > 0) Launch(call, group, plan);
        if (pool.IsDeleting && !Groups.Pooled(call, name).Any())
            call.Write(Tables.Groups).Put(Groups.Get(call, name) with { Pool = null });
    }

    /// <summary>How many instances may go back into the pool of a group instead of ending.</summary>
    public static int Returns(ReadCall call, GroupRecord group) =>
        group.Pool is { } pool ? PoolRules.Returns(Facts(call, group, pool), pool.Reuses == true) : 0;

    /// <summary>What a pool has, for metrics; null where there is no pool.</summary>
    public static PoolGaugeRecord? Gauge(ReadCall call, GroupRecord group)
    {
        if (group.Pool is not { } pool) return null;
        var members = Groups.Pooled(call, group.Name).ToList();
        var size = pool.IsDeleting ? 0 : PoolRules.Size(pool.Limits(group), group.Desired).Capacity;
        return new(
            pool.Min, size, Of(member => member.IsWarming), Of(member => member.IsWarmed),
            Of(member => member.IsTerminating), Of(member => member.State == LifecycleState.WarmedPendingRetained),
            Of(member => member.State == LifecycleState.WarmedTerminatingRetained));

        int Of(Func<MemberRecord, bool> which) => Capacity.Of(members.Where(which));
    }

    /// <summary>An instance of the pool, for the engine.</summary>
    public static PoolInstance InstanceOf(MemberRecord member) =>
        new(member.Id, member.Zone, Stages.Of(member), member.Launched, member.Sickness)
        {
            IsStale = member.IsStale, Weight = member.Weight,
        };

    private static PoolFacts Facts(ReadCall call, GroupRecord group, WarmPoolRecord pool) => new(
        pool.Limits(group), group.Desired,
        Capacity.Of(Groups.Members(call, group.Name).Where(member => !member.IsRetained)),
        [.. Groups.Pooled(call, group.Name).Where(member => !member.IsRetained).Select(InstanceOf)])
    {
        CanLaunch = !group.Suspends(Processes.Launch) && !(pool.RetryAt > call.Now) && !(group.RetryAt > call.Now),
        CanTerminate = !group.Suspends(Processes.Terminate),
        CanReplace = !group.Suspends(Processes.ReplaceUnhealthy),
        CanRefresh = Refreshes.Active(call, group) is { IsAtWork: true } && !group.Suspends(Processes.InstanceRefresh),
        IsClosing = pool.IsDeleting,
    };

    private static void End(Call call, GroupRecord group, PoolEnd end, PoolFacts facts)
    {
        var counted = facts.Instances.Where(instance => instance.Counts).Sum(instance => instance.Weight);
        var size = PoolRules.Size(facts.Limits, facts.Desired).Capacity;
        var cause = facts.IsClosing
            ? $"At {Cause.Time(call.Now)} an instance was taken out of service in response to the deletion of the "
                + "warm pool."
            : end.Sickness is { } sickness ? Cause.Unhealthy(call.Now, sickness)
            : end.IsStale ? $"{Cause.Refreshed(call.Now)}  {Cause.Selected(call.Now, end.Id)}"
            : $"At {Cause.Time(call.Now)} an instance was taken out of the warm pool in response to a difference "
                + $"between desired and actual capacity of the warm pool, shrinking it from {counted} to {size}.";
        Departures.Begin(
            call, group, Groups.Member(call, group, end.Id), new("", cause) { Why = end.Why },
            hooks: !facts.IsClosing);
    }

    private static void Launch(Call call, GroupRecord group, PoolPlan plan)
    {
        var all = Groups.All(call, group.Name).ToList();
        var has = Capacity.Of(all.Where(member => member.IsWarming || member.IsWarmed));
        var cause = $"At {Cause.Time(call.Now)} an instance was started in response to a difference between desired "
            + $"and actual capacity of the warm pool, increasing it from {has} to {has + plan.Launch}.";
        var launch = new ZoneLaunch(call, group, all, new("", cause) { Why = plan.Why }) { IntoPool = true };
        var isShort = launch.Run(plan.Launch) < plan.Launch;
        After(call, group.Name, launch, isShort);
    }

    // Like the group, the pool remembers full zones and tries again later; it does not hold the group back.
    private static void After(Call call, string name, ZoneLaunch launch, bool isShort)
    {
        var group = Groups.Get(call, name);
        var failures = isShort ? group.Pool!.Failures + 1 : 0;
        var retry = call.Now + Backoff.After(failures);
        call.Write(Tables.Groups).Put(group with
        {
            FullZones = group.FullZones.SetItems(launch.Full.Select(zone => KeyValuePair.Create(zone, retry))),
            Pool = group.Pool! with { Failures = failures, RetryAt = isShort ? retry : null },
        });
    }
}
