using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Refreshing;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// One look at a group: what is sick goes, what is missing comes, what is too much goes, and zones are balanced when
/// nothing else is to be done.
/// </summary>
internal static class Reconciliation
{
    /// <summary>Brings a group nearer to what it desires.</summary>
    public static void Run(Call call, GroupRecord group)
    {
        Unhealthy.Replace(call, group);
        Replacements.Settle(call, group);
        AtRisk.Run(call, Groups.Get(call, group.Name));
        group = Groups.Get(call, group.Name);
        var members = Groups.Members(call, group.Name).ToList();
        if (Capacity.Counted(members) < group.Desired) Shortage.Fill(call, group, members);
        else if (Surplus.Of(group, members) <= 0 || !Surplus.Shed(call, group, members)) Rest(call, group, members);
        RefreshRun.Look(call, Groups.Get(call, group.Name));
        WarmPools.Run(call, group.Name);
        Settle(call, group.Name);
    }

    private static void Rest(Call call, GroupRecord group, List<MemberRecord> members)
    {
        var counted = members.Where(member => member is { Counts: true, IsSuccessor: false }).ToList();
        if (Capacity.IsReached(group, counted) && !AtRisk.Any(group, counted)
            && !Realigning.Run(call, group, members) && !Balancing.Run(call, group, members))
        {
            Lifetimes.Run(call, group, members);
        }
    }

    // A group that has what it desires forgets why it desires that, and what stood in its way.
    private static void Settle(Call call, string name)
    {
        var group = Groups.Get(call, name);
        var members = Groups.Members(call, name).ToList();
        if (group.Change is not null
            && Capacity.IsReached(group, [.. members.Where(
                member => member is { State: LifecycleState.InService, IsSuccessor: false })])
            && members.All(member => member.IsRetained
                || member.State is LifecycleState.InService or LifecycleState.Standby))
        {
            call.Write(Tables.Groups).Put(group with { Change = null });
        }

        LaterLoop.Plan(call, (name, Next(call, group, members)));

        Gauges.Note(call, name);
    }

    // When it is looked at again if nothing happens: a launch that failed is tried again, a zone that was full may have
    // room, an instance is too old or has warmed up, a refresh goes on.
    private static DateTimeOffset? Next(Call call, GroupRecord group, IReadOnlyList<MemberRecord> members) =>
        group.FullZones.Values.Select(until => (DateTimeOffset?)until)
            .Append(group.RetryAt).Append(group.Pool?.RetryAt).Append(Balancing.NextMove(group))
            .Append(Lifetimes.Next(group, members)).Append(RefreshRun.Next(call, group))
            .Append(Replacements.NextWarm(group, members, call.Now)).Where(at => at > call.Now).Min();
}
