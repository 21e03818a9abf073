using Orrery.Core;
using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Balance;
using Orrery.Engines.Scaling.Causes;
using Orrery.Engines.Scaling.Mixed;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// Replaces On-Demand by Spot, or the other way, where a group at rest is not divided as its policy says. Source: API
/// Reference, UpdateAutoScalingGroup: instances are gradually replaced to match new purchase options, new ones first.
/// How many at once is guessed: as many as rebalancing of zones may launch above the maximum.
/// </summary>
internal static class Realigning
{
    /// <summary>Launches what an option lacks, if the group is at rest; what is then too much goes.</summary>
    /// <returns>Whether there was anything to do.</returns>
    public static bool Run(Call call, GroupRecord group, IReadOnlyList<MemberRecord> members)
    {
        if (group.Mixed is null || group.Refresh is not null || group.RetryAt > call.Now
            || group.Suspends(Processes.Launch) || group.Suspends(Processes.Terminate)
            || members.Any(member => !member.IsRetained
                && member.State is not (LifecycleState.InService or LifecycleState.Standby)))
        {
            return false;
        }

        var serving = members.Where(member => member.Counts).ToList();
        var wanted = MixedRules.Split(DistributionRequests.EngineOf(group.Mixed.Distribution), group.Desired);
        var over = Capacity.Of(serving.Where(member => !member.IsSpot)) - wanted.OnDemand;
        var overSpot = Capacity.Of(serving.Where(member => member.IsSpot)) - wanted.Spot;
        var (lacks, lacking, spare) = over > 0
            ? (Purchase.Spot, -overSpot, over) : (Purchase.OnDemand, -over, overSpot);
        var room = group.Max + BalanceRules.Margin(group.Max) - Capacity.Of(serving);
        var units = Math.Min(lacking, room);
        var canGo = serving.Exists(member => !member.IsProtected && member.IsSpot == (lacks == Purchase.OnDemand)
            && member.Weight <= spare);
        if (units <= 0 || !canGo) return false;
        var text = $"{group.Name} shall have {wanted.OnDemand} On-Demand and {wanted.Spot} Spot, and lacks {lacking} "
            + $"{lacks}";
        var launch = new ZoneLaunch(call, group, members, new("", Cause.Realigned(call.Now))
        {
            Why = Reason.Of("DISTRIBUTION", text, group.Name),
        })
        {
            IsExtra = true,
        };
        var came = new MixedLaunch(call, group, launch).Run(units, lacks);
        Shortage.After(call, group, launch, came < units);
        return true;
    }
}
