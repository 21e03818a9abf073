using System.Collections.Immutable;
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
        var step = BalanceRules.Rebalance(
            zones, group.Max, group.Maintenance?.Range.Ceiling(group.Desired));
        if (!step.IsChange && group.Maintenance is { } policy)
            return Exchange(call, group, (members, zones), policy.Range);
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

    // Where the maintenance policy leaves no room to launch first, some of the fullest zones go first, and what is then
    // missing comes where there are too few.
    private static bool Exchange(
        Call call, GroupRecord group, (IReadOnlyList<MemberRecord> Members, IReadOnlyList<ZoneFact> Zones) now,
        HealthyRange range)
    {
        var step = BalanceRules.Rebalance(now.Zones, group.Max, int.MaxValue);
        var ready = now.Members.Count(member => Replacements.IsReady(group, member, call.Now));
        var spare = Math.Max(ready == group.Desired ? 1 : 0, ready - range.Floor(group.Desired));
        var going = step.Terminate.Take(spare).CountBy(zone => zone).SelectMany(zone => now.Members
            .Where(member => member is { State: LifecycleState.InService, IsProtected: false }
                && member.Zone == zone.Key)
            .OrderBy(member => member.Launched).Take(zone.Value)).ToList();
        foreach (var member in going)
        {
            Departures.Begin(call, group, member, new("", Cause.Shrunk(
                call.Now, now.Members.Count(m => m.Counts), now.Members.Count(m => m.Counts) - going.Count))
            {
                Why = step.Why,
            });
        }

        return going.Count > 0;
    }
}
