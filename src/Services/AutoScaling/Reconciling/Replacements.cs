using Orrery.Engines.Scaling.Maintenance;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// Replaces instances within a healthy range. A successor that is launched ahead is more than the group desires, may
/// exceed its maximum, and is no surplus as long as its predecessor is there. Source: EC2 Auto Scaling User Guide,
/// "Instance maintenance policies".
/// </summary>
internal static class Replacements
{
    /// <summary>What a group has for the rules; nothing of it is old or unready yet.</summary>
    public static ReplacementFacts Facts(Call call, GroupRecord group, IReadOnlyList<MemberRecord> members)
    {
        var ready = Capacity.Of(members.Where(member => IsReady(group, member, call.Now)));
        var sick = Capacity.Of(members.Where(member =>
            member is { State: LifecycleState.InService, Sickness: not null }));
        return new(group.Desired, ready, Capacity.Counted(members) - ready - sick, 0);
    }

    /// <summary>Whether an instance is in service, healthy and warmed up.</summary>
    public static bool IsReady(GroupRecord group, MemberRecord member, DateTimeOffset now) =>
        member is { State: LifecycleState.InService, Sickness: null } && WarmAt(group, member) <= now;

    /// <summary>When the next instance is warmed up, where something waits for that.</summary>
    public static DateTimeOffset? NextWarm(GroupRecord group, IReadOnlyList<MemberRecord> members, DateTimeOffset now)
    {
        if (group.Maintenance is null || !members.Any(member => member.IsSuccessor || member.Sickness is not null))
            return null;
        return members.Where(member => member.State == LifecycleState.InService).Select(member => WarmAt(group, member))
            .Where(at => at > now).Min();
    }

    /// <summary>
    /// Which go first: from the zone with the most, the oldest (guessed: AWS does not say). One that counts more than
    /// what is left is passed over.
    /// </summary>
    public static IReadOnlyList<MemberRecord> Choose(
        IReadOnlyList<MemberRecord> members, IReadOnlyList<MemberRecord> old, int units)
    {
        if (units == 0) return [];
        var zones = members.Where(member => member.Counts).GroupBy(member => member.Zone)
            .ToDictionary(zone => zone.Key, Capacity.Of, StringComparer.Ordinal);
        var queues = old.OrderBy(member => member.Launched).ThenBy(member => member.Id, StringComparer.Ordinal)
            .GroupBy(member => member.Zone).ToDictionary(zone => zone.Key, zone => new Queue<MemberRecord>(zone));
        var chosen = new List<MemberRecord>();
        while (units > 0 && queues.Values.Any(queue => queue.Count > 0))
        {
            var zone = queues.Where(queue => queue.Value.Count > 0)
                .MinBy(queue => (-zones[queue.Key], queue.Value.Peek().Launched, queue.Key)).Key;
            var next = queues[zone].Dequeue();
            if (next.Weight > units) continue;
            zones[zone] -= next.Weight;
            units -= next.Weight;
            chosen.Add(next);
        }

        return chosen;
    }

    /// <summary>
    /// How much is launched: where each instance counts more than what may go, one more comes first, so that one can.
    /// </summary>
    public static int Launches(ReplacementStep step, ReplacementFacts facts, bool goes) =>
        !goes && step.Terminate > 0 && facts.Warming == 0 ? Math.Max(1, step.Launch) : step.Launch;

    /// <summary>
    /// Launches, of a number, what goes beyond the desired capacity; the rest is missing anyway, and comes as such.
    /// </summary>
    public static void LaunchAhead(Call call, GroupRecord group, int count, Draft draft)
    {
        group = Groups.Get(call, group.Name);
        if (count == 0 || group.Suspends(Processes.Launch) || group.RetryAt > call.Now) return;
        var members = Groups.Members(call, group.Name).ToList();
        var ahead = Math.Min(count, Capacity.Counted(members) + count - group.Desired);
        if (ahead <= 0) return;
        var launch = new ZoneLaunch(call, group, members, draft) { IsSuccessor = true };
        var launched = launch.Run(ahead);
        Shortage.After(call, group, launch, launched < ahead);
    }

    /// <summary>
    /// Those that were launched ahead and have no predecessor any more, or none that goes, are as all others.
    /// </summary>
    public static void Settle(Call call, GroupRecord group)
    {
        var members = Groups.Members(call, group.Name).ToList();
        var ahead = members.Where(member => member.IsSuccessor).OrderBy(member => member.Launched).ToList();
        if (ahead.Count == 0) return;
        var isWanted = group.Refresh is not null || group.MaxLifetime > 0
            || members.Any(member => member is { State: LifecycleState.InService, Sickness: not null });
        var more = isWanted ? Capacity.Counted(members) - group.Desired : 0;
        var wanted = Capacity.Reaching(ahead.AsEnumerable().Reverse(), more);
        foreach (var member in ahead.Except(wanted))
            call.Write(Tables.Members).Put(member with { IsSuccessor = false });
    }

    private static DateTimeOffset? WarmAt(GroupRecord group, MemberRecord member) =>
        (member.ServiceSince ?? member.Launched).AddSeconds(group.Warmup ?? group.Grace);
}
