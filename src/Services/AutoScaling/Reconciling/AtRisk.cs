using Orrery.Core;
using Orrery.Engines.Scaling.Causes;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// Capacity Rebalancing: Spot Instances that EC2 recommends to replace go when others are in service for them. Source:
/// EC2 Auto Scaling User Guide, "Auto Scaling Capacity Rebalancing to replace at-risk Spot Instances": launch first,
/// end the old one when the new one passes its health checks, exceed the maximum by 10 % of the desired capacity where
/// it has to be; what the group lacks anyhow comes first. That the 10 % are rounded up, and that protection from
/// scaling in does not shelter, is guessed.
/// </summary>
internal static class AtRisk
{
    /// <summary>Takes note of what EC2 recommends.</summary>
    public static void Note(Call call, GroupRecord group, MemberRecord member)
    {
        if (member is not { IsSpot: true, RiskSince: null }
            || call.Port<Contracts.Instances.IInstanceSupply>().Find(call, member.Id)?.RebalanceAt is not { } since)
        {
            return;
        }

        call.Write(Tables.Members).Put(member with { RiskSince = since });
        if (group.CapacityRebalance) Loops.GroupLoop.Wake(call, group.Name);
    }

    /// <summary>Whether any instance of a group is to be replaced.</summary>
    public static bool Any(GroupRecord group, IEnumerable<MemberRecord> members) =>
        group.CapacityRebalance && members.Any(IsAtRisk);

    /// <summary>Ends those that others are in service for, and launches others for the rest.</summary>
    public static void Run(Call call, GroupRecord group)
    {
        if (!group.CapacityRebalance || group.Suspends(Processes.Launch) || group.Suspends(Processes.Terminate)) return;
        var members = Groups.Members(call, group.Name).ToList();
        if (!members.Exists(IsAtRisk)) return;
        var gone = End(call, group, members);
        members.RemoveAll(gone.Contains);
        if (members.Exists(IsAtRisk) && Capacity.Counted(members) >= group.Desired) Launch(call, group, members);
    }

    private static List<MemberRecord> End(Call call, GroupRecord group, List<MemberRecord> members)
    {
        var serving = Capacity.Of(members.Where(member =>
            member is { State: LifecycleState.InService, Sickness: null }));
        var going = new List<MemberRecord>();
        foreach (var member in members.Where(IsAtRisk).OrderBy(member => member.RiskSince).ThenBy(member => member.Id))
        {
            if (serving - member.Weight < group.Desired) continue;
            serving -= member.Weight;
            going.Add(member);
            Departures.Begin(call, group, member, new("", Cause.AtRisk(call.Now)) { Why = WhyOf(group, [member]) });
        }

        return going;
    }

    private static void Launch(Call call, GroupRecord group, List<MemberRecord> members)
    {
        group = Groups.Get(call, group.Name);
        if (group.RetryAt > call.Now) return;
        var safe = members.Where(member => !IsAtRisk(member)).ToList();
        var missing = group.Desired - Capacity.Counted(safe);
        var room = group.Max + Math.Max(1, (group.Desired + 9) / 10) - Capacity.Counted(members);
        if (Math.Min(missing, room) is var wanted && wanted <= 0) return;
        var draft = new Draft("", Cause.Relieved(call.Now)) { Why = WhyOf(group, members.Where(IsAtRisk)) };
        var launch = new ZoneLaunch(call, group, safe, draft) { IsExtra = true };
        Shortage.After(call, group, launch, launch.Run(wanted) < wanted);
    }

    private static bool IsAtRisk(MemberRecord member) =>
        member is { State: LifecycleState.InService, RiskSince: not null, Sickness: null };

    private static Reason WhyOf(GroupRecord group, IEnumerable<MemberRecord> members) => new(
        "REBALANCE_RECOMMENDATION", $"{group.Name} replaces Spot Instances at risk", group.Name,
        [.. members.Select(member => Reason.Of("AT_RISK", $"{member.Id} since {member.RiskSince:u}", member.Id))]);
}
