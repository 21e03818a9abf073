using System.Collections.Immutable;
using Orrery.Engines.Scaling.Balance;
using Orrery.Engines.Scaling.Causes;
using Orrery.Kernel.Calls;
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
        if (group.Suspends(Processes.Rebalance) || group.Suspends(Processes.Launch)
            || group.Suspends(Processes.Terminate)
            || members.Any(member => !member.IsRetained
                && member.State is not (LifecycleState.InService or LifecycleState.Standby)))
        {
            return false;
        }

        var counted = members.Where(member => member.Counts).ToList();
        var zones = ZoneLaunch.Zones(call.Now, group, counted, ImmutableHashSet<string>.Empty);
        var step = BalanceRules.Rebalance(zones, group.Max);
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
}
