using System.Collections.Immutable;
using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Balance;
using Orrery.Engines.Scaling.Causes;
using Orrery.Engines.Scaling.Maintenance;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// Balances the zones of a group that has what it desires: launches first, and what is then too much goes. Source: EC2
/// Auto Scaling User Guide, "Distribute instances across Availability Zones", Rebalancing activities.
/// </summary>
internal static class Balancing
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Launches where there are too few, if the group is at rest.</summary>
    /// <returns>Whether there was anything to balance.</returns>
    public static bool Run(Call call, GroupRecord group, IReadOnlyList<MemberRecord> members)
    {
        if (group.Refresh is not null || group.Suspends(Processes.Rebalance) || group.Suspends(Processes.Launch)
            || group.Suspends(Processes.Terminate)
            || members.Any(member => !member.IsRetained
                && member.State is not (LifecycleState.InService or LifecycleState.Standby)))
        {
            return false;
        }

        var counted = members.Where(member => member.Counts).ToList();
        var zones = ZoneLaunch.Zones(call.Now, group, counted, ImmutableHashSet<string>.Empty);
        var heaviest = counted.Select(member => member.Weight).DefaultIfEmpty(1).Max();
        var step = BalanceRules.Rebalance(
            zones, group.Max, heaviest, group.Maintenance?.Range.Ceiling(group.Desired));
        if (step.IsChange && group.Mixed is not null)
            return step.Terminate.Count > 0 && Move(call, group, members, step);
        if (!step.IsChange && group.Maintenance is { } policy)
            return Exchange(call, group, (members, zones, heaviest), policy.Range);
        if (!step.IsChange || !counted.Any(member => !member.IsProtected)) return false;
        var names = step.Launch.Distinct(StringComparer.Ordinal);
        var launch = new ZoneLaunch(call, group, members, new("", Cause.Rebalanced(call.Now, names)) { Why = step.Why })
        {
            IsExtra = true,
        };
        launch.Run(step.Launch);
        Shortage.After(call, group, launch, isShort: false);
        return true;
    }

    /// <summary>When the next instance of a mixed group may be moved; null where none was.</summary>
    public static DateTimeOffset? NextMove(GroupRecord group) => group.MovedAt + Pause;

    // A mixed group moves one instance at a time, a minute apart (guessed), and keeps its purchase option. Weights may
    // leave nothing better than to move the same one again: the pause keeps that from going on without end.
    private static bool Move(
        Call call, GroupRecord group, IReadOnlyList<MemberRecord> members, RebalanceStep step)
    {
        var (from, to) = (step.Terminate[0], step.Launch[0]);
        var movable = members.Where(member => member is { Counts: true, IsProtected: false } && member.Zone == from)
            .MaxBy(member => (members.Count(other => other.Zone == from && other.IsSpot == member.IsSpot), member.Id));
        if (movable is null || group.RetryAt > call.Now || NextMove(group) > call.Now) return false;
        call.Write(Tables.Groups).Put(Groups.Get(call, group.Name) with { MovedAt = call.Now });
        var launch = new ZoneLaunch(call, group, members, new("", Cause.Rebalanced(call.Now, [to])) { Why = step.Why })
        {
            IsExtra = true,
        };
        var came = new MixedLaunch(call, group, launch).Run(
            movable.Weight, movable.IsSpot ? Purchase.Spot : Purchase.OnDemand, to);
        Shortage.After(call, group, launch, came == 0);
        return came > 0;
    }

    // Where the maintenance policy leaves no room to launch first, some of the fullest zones go first, and what is then
    // missing comes where there are too few.
    private static bool Exchange(
        Call call, GroupRecord group,
        (IReadOnlyList<MemberRecord> Members, IReadOnlyList<ZoneFact> Zones, int Heaviest) now, HealthyRange range)
    {
        if (group.RetryAt > call.Now || NextMove(group) > call.Now) return false;
        var step = BalanceRules.Rebalance(now.Zones, group.Max, now.Heaviest, int.MaxValue / 2);
        var ready = Capacity.Of(now.Members.Where(member => Replacements.IsReady(group, member, call.Now)));
        var spare = Math.Max(ready >= group.Desired ? 1 : 0, (ready - range.Floor(group.Desired)) / now.Heaviest);
        var going = step.Terminate.Take(spare).CountBy(zone => zone).SelectMany(zone => now.Members
            .Where(member => member is { State: LifecycleState.InService, IsProtected: false }
                && member.Zone == zone.Key)
            .OrderBy(member => member.Launched).Take(zone.Value)).ToList();
        var counted = Capacity.Counted(now.Members);
        foreach (var member in going)
        {
            Departures.Begin(call, group, member, new("", Cause.Shrunk(
                call.Now, counted, counted - Capacity.Of(going)))
            {
                Why = step.Why,
            });
        }

        if (going.Count > 0 && group.Mixed is not null)
            call.Write(Tables.Groups).Put(Groups.Get(call, group.Name) with { MovedAt = call.Now });
        return going.Count > 0;
    }
}
