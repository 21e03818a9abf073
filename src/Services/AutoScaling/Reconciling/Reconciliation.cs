using Orrery.Engines.Scaling.Causes;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Records;
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
        Replace(call, group);
        AtRisk.Run(call, group);
        var members = Groups.Members(call, group.Name).ToList();
        var counted = members.Where(member => member.Counts).ToList();
        if (Capacity.Of(counted) < group.Desired) Shortage.Fill(call, group, members);
        else if (Surplus.Of(group, members) <= 0 || !Surplus.Shed(call, group, members))
            Rest(call, group, (members, counted));
        Settle(call, group.Name);
    }

    private static void Rest(
        Call call, GroupRecord group, (IReadOnlyList<MemberRecord> All, IReadOnlyList<MemberRecord> Counted) members)
    {
        if (Capacity.IsReached(group, members.Counted) && !AtRisk.Any(group, members.Counted)
            && !Realigning.Run(call, group, members.All) && !Balancing.Run(call, group, members.All))
        {
            Lifetimes.Run(call, group, members.All);
        }
    }

    // Source: EC2 Auto Scaling User Guide, "Health checks", Replacement of unhealthy instances: an activity ends the
    // instance, and later another one starts a new one.
    private static void Replace(Call call, GroupRecord group)
    {
        if (group.Suspends(Processes.ReplaceUnhealthy) || group.Suspends(Processes.Terminate)) return;
        var sick = Groups.Members(call, group.Name)
            .Where(member => member is { State: LifecycleState.InService, Sickness: not null }).ToList();
        foreach (var member in sick)
        {
            Departures.Begin(call, group, member, new("", Cause.Unhealthy(call.Now, member.Sickness!))
            {
                Why = new("UNHEALTHY", $"{member.Id} is unhealthy", member.Id,
                    [Core.Reason.Of("HEALTH_CHECK", member.Sickness!, member.Id)]),
            });
        }
    }

    // A group that has what it desires forgets why it desires that, and what stood in its way.
    private static void Settle(Call call, string name)
    {
        var group = Groups.Get(call, name);
        var members = Groups.Members(call, name).ToList();
        if (group.Change is not null
            && Capacity.IsReached(group, [.. members.Where(member => member.State == LifecycleState.InService)])
            && members.All(member => member.State is LifecycleState.InService or LifecycleState.Standby))
        {
            call.Write(Tables.Groups).Put(group with { Change = null });
        }

        LaterLoop.Plan(call, (name, Next(group, members, call.Now)));

        Gauges.Note(call, name);
    }

    // When it is looked at again if nothing happens: a launch that failed is tried again, a zone that was full may have
    // room, an instance is too old.
    private static DateTimeOffset? Next(GroupRecord group, IReadOnlyList<MemberRecord> members, DateTimeOffset now) =>
        group.FullZones.Values.Select(until => (DateTimeOffset?)until)
            .Append(group.RetryAt).Append(Balancing.NextMove(group))
            .Append(Lifetimes.Next(group, members)).Where(at => at > now).Min();
}
