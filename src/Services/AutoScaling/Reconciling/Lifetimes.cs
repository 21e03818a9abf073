using Orrery.Engines.Scaling.Causes;
using Orrery.Engines.Scaling.Maintenance;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// Replaces instances that have lived as long as they may. Source: EC2 Auto Scaling User Guide, "Replace instances
/// based on maximum instance lifetime". How long one replacement takes, with the pause after it, is guessed.
/// </summary>
internal static class Lifetimes
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Ends those whose time has come; others come in their places.</summary>
    public static void Run(Call call, GroupRecord group, IReadOnlyList<MemberRecord> members)
    {
        if (group.MaxLifetime == 0 || group.Suspends(Processes.Terminate) || group.Suspends(Processes.Launch)) return;
        var serving = Serving(members);
        var busy = members.Count(member => member.IsPending || member.IsTerminating);
        var due = LifetimeRules.Due(
            [.. serving.Select(member => member.Launched)], serving.Count, busy, PaceOf(group), call.Now);
        foreach (var member in serving.Take(due.Count))
        {
            Departures.Begin(call, group, member, new("", Cause.Expired(call.Now))
            {
                Why = Core.Reason.Of("MAX_LIFETIME", $"{member.Id} was launched at {member.Launched:u}", member.Id),
            });
        }
    }

    /// <summary>When the next replacement begins; null where there is none.</summary>
    public static DateTimeOffset? Next(GroupRecord group, IReadOnlyList<MemberRecord> members)
    {
        if (group.MaxLifetime == 0) return null;
        var serving = Serving(members);
        var pace = PaceOf(group);
        return LifetimeRules.NextStart(
            [.. serving.Select(member => member.Launched)],
            LifetimeRules.AtOnce(serving.Count, pace.Lifetime, pace.Pause), pace);
    }

    private static List<MemberRecord> Serving(IReadOnlyList<MemberRecord> members) =>
        [.. members.Where(member => member.State == LifecycleState.InService).OrderBy(member => member.Launched)];

    private static (TimeSpan Lifetime, TimeSpan Pause) PaceOf(GroupRecord group) =>
        (TimeSpan.FromSeconds(group.MaxLifetime), Pause);
}
