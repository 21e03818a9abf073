using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Services.AutoScaling.Reconciling;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Explaining;

/// <summary>What holds a group back at an instant, each with what it waits for.</summary>
internal static class Obstacles
{
    /// <summary>The code of warming up, which is no trouble.</summary>
    public const string WarmUp = "WARM_UP";

    // What decisions say that stands in the way of a policy; the rest of their reasons tell how they came about.
    private static readonly HashSet<string> Blocking = new(StringComparer.Ordinal)
    {
        "MAX_SIZE", "MIN_SIZE", "SCALE_OUT_IN_PROGRESS", "SCALE_IN_DISABLED", "COOLDOWN", "ACTIVITY_IN_PROGRESS",
        "INSUFFICIENT_DATA", "NO_STEP",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Reason> Of(ReadCall call, GroupRecord group, IReadOnlyList<LivePolicy> policies)
    {
        var members = Groups.Members(call, group.Name).ToList();
        return
        [
            .. OfGroup(group),
            .. policies.SelectMany(OfPolicy),
            .. Warming(call, group, members, policies),
            .. OfCapacity(call, group),
            .. OfMembers(group, members),
        ];
    }

    private static IEnumerable<Reason> OfGroup(GroupRecord group)
    {
        if (group.IsDeleting) yield return Reason.Of("DELETING", $"{group.Name} is being deleted", group.Name);
        foreach (var (process, why) in group.Suspended)
            yield return Reason.Of("SUSPENDED", $"{process} is suspended: {why}", process);
    }

    private static IEnumerable<Reason> OfPolicy(LivePolicy one)
    {
        var name = one.Policy.Name;
        if (!one.Policy.Enabled) yield return Reason.Of("DISABLED", $"{name} is disabled", name);
        foreach (var alarm in one.Alarms.Where(alarm => alarm.State == "INSUFFICIENT_DATA"))
            yield return Reason.Of("INSUFFICIENT_DATA", $"{alarm.Name} of {name} has insufficient data", alarm.Arn);
        if (one.Alarms.Count == 0 && one.Policy.Type is PolicyRequests.Simple or PolicyRequests.Step)
            yield return Reason.Of("NO_ALARM", $"no alarm runs {name}", name);
        foreach (var reason in Flat(one.Decision?.Why).Where(reason => Blocking.Contains(reason.Code)))
            yield return Reason.Of(reason.Code, $"{name} is held: {reason.Text}", name);
    }

    private static IEnumerable<Reason> Warming(
        ReadCall call, GroupRecord group, List<MemberRecord> members, IReadOnlyList<LivePolicy> policies)
    {
        var seconds = policies.Where(one => one.Policy.Type is PolicyRequests.Step or PolicyRequests.Tracking)
            .Select(one => one.Policy.Warmup ?? group.Warmup ?? group.DefaultCooldown).DefaultIfEmpty(0).Max();
        var ends = members.Where(member => member is { State: LifecycleState.InService, ServiceSince: not null })
            .Select(member => member.ServiceSince!.Value.AddSeconds(seconds)).Where(end => end > call.Now).ToList();
        if (ends.Count > 0)
        {
            yield return Reason.Of(
                WarmUp, $"warming up: {Count(ends.Count, "instance")}, the last until {ends.Max():HH:mm:ss}; till "
                    + "then nothing scales in, and what warms up does not count for scaling out", group.Name);
        }
    }

    private static IEnumerable<Reason> OfCapacity(ReadCall call, GroupRecord group)
    {
        var failure = Activities.Of(call, group.Name).Take(50)
            .FirstOrDefault(a => a.Status == ScalingActivityStatusCode.Failed)?.Message;
        IReadOnlyList<Reason> because = failure is null ? [] : [Reason.Of("LAUNCH_FAILED", failure, group.Name)];
        foreach (var (zone, until) in group.FullZones.Where(zone => zone.Value > call.Now))
            yield return new("NO_ROOM", $"{zone} had no room; it is tried again at {until:HH:mm:ss}", zone, because);
        if (group.RetryAt > call.Now)
        {
            yield return new(
                "RETRY", $"what is missing could not be launched {Count(group.Failures, "time")} in a row; it is "
                    + $"tried again at {group.RetryAt:HH:mm:ss}", group.Name, because);
        }
    }

    private static IEnumerable<Reason> OfMembers(GroupRecord group, List<MemberRecord> members)
    {
        foreach (var member in members)
        {
            foreach (var wait in member.Waits)
            {
                yield return Reason.Of(
                    "HOOK", $"{member.Id} is in {member.State.ToWire()}: it waits for the hook {wait.Hook} until "
                        + $"{wait.Due:HH:mm:ss}", member.Id);
            }

            if (member is { State: LifecycleState.InService, Sickness: { } sickness })
                yield return Reason.Of("UNHEALTHY", $"{member.Id} is unhealthy: {sickness}", member.Id);
        }

        var surplus = Surplus.Of(group, members);
        var free = Capacity.Of(members.Where(member => member is { Counts: true, IsProtected: false }));
        if (surplus > free)
        {
            yield return Reason.Of(
                "PROTECTED", $"{Count(surplus, "instance")} too many, and all but {free} are protected from scaling in",
                group.Name);
        }

        var pending = members.Count(member => member.IsPending && member.Waits.IsEmpty);
        if (pending > 0)
            yield return Reason.Of("PENDING", $"{Count(pending, "instance")} on the way", group.Name);
    }

    private static IEnumerable<Reason> Flat(Reason? reason) =>
        reason is null ? [] : reason.Because.SelectMany(Flat).Prepend(reason);

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}
