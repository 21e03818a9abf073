using Orrery.Engines.Scaling.Causes;
using Orrery.Engines.Scaling.Maintenance;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// Replaces instances that have lived as long as they may, within the maintenance policy where there is one. Source:
/// EC2 Auto Scaling User Guide, "Replace instances based on maximum instance lifetime". How long one replacement takes,
/// with the pause after it, is guessed; so is that a refresh goes before.
/// </summary>
internal static class Lifetimes
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Ends those whose time has come; others come in their places, before or after.</summary>
    public static void Run(Call call, GroupRecord group, IReadOnlyList<MemberRecord> members)
    {
        if (group.MaxLifetime == 0 || group.Refresh is not null || group.Suspends(Processes.Terminate)
            || group.Suspends(Processes.Launch))
        {
            return;
        }

        var serving = Serving(members);
        var busy = members.Count(member => member.IsPending || member.IsTerminating);
        if (group.Maintenance is { } policy)
        {
            Within(call, group, (members, serving), policy.Range);
            return;
        }

        foreach (var member in serving.Take(Due(call, group, serving, busy)))
            End(call, group, member);
    }

    /// <summary>When the next replacement begins; null where there is none.</summary>
    public static DateTimeOffset? Next(GroupRecord group, IReadOnlyList<MemberRecord> members)
    {
        if (group.MaxLifetime == 0) return null;
        var serving = Serving(members);
        return LifetimeRules.NextStart(
            [.. serving.Select(member => member.Launched)], AtOnce(group, serving.Count), PaceOf(group));
    }

    private static void Within(
        Call call, GroupRecord group, (IReadOnlyList<MemberRecord> All, List<MemberRecord> Serving) members,
        HealthyRange range)
    {
        var old = members.Serving.Take(Due(call, group, members.Serving, 0))
            .Where(member => Replacements.IsReady(group, member, call.Now)).ToList();
        if (old.Count == 0) return;
        var busy = members.All.Count(member => member.IsPending || member.IsTerminating);
        var facts = Replacements.Facts(call, group, members.All) with
        {
            Old = Capacity.Of(old),
            Allowed = Math.Max(0, AtOnce(group, members.Serving.Count) - busy) * old.Max(member => member.Weight),
        };
        var step = ReplacementRules.Next(range, facts);
        var going = Capacity.Within(old, step.Terminate);
        foreach (var member in going)
            End(call, group, member);
        var launch = Replacements.Launches(step, facts, going.Count > 0);
        Replacements.LaunchAhead(call, group, launch, new("", Cause.Expiring(call.Now)) { Why = step.Why });
    }

    private static void End(Call call, GroupRecord group, MemberRecord member) =>
        Departures.Begin(call, group, member, new("", Cause.Expired(call.Now))
        {
            Why = Core.Reason.Of("MAX_LIFETIME", $"{member.Id} was launched at {member.Launched:u}", member.Id),
        });

    private static int Due(Call call, GroupRecord group, List<MemberRecord> serving, int busy) => LifetimeRules.Due(
        [.. serving.Select(member => member.Launched)], serving.Count, busy, PaceOf(group), call.Now).Count;

    private static int AtOnce(GroupRecord group, int serving) =>
        LifetimeRules.AtOnce(serving, PaceOf(group).Lifetime, PaceOf(group).Pause);

    private static List<MemberRecord> Serving(IReadOnlyList<MemberRecord> members) =>
        [.. members.Where(member => member.State == LifecycleState.InService).OrderBy(member => member.Launched)];

    private static (TimeSpan Lifetime, TimeSpan Pause) PaceOf(GroupRecord group) =>
        (TimeSpan.FromSeconds(group.MaxLifetime), Pause);
}
