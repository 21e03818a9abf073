using System.Collections.Immutable;
using Orrery.Contracts.Instances;
using Orrery.Core;
using Orrery.Engines.Scaling.Warm;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// Draws instances from the warm pool into the group, before others are launched. Source: EC2 Auto Scaling User Guide,
/// "Warm pools for Amazon EC2 Auto Scaling". That one which cannot be started stays in the pool is guessed.
/// </summary>
internal static class Drawing
{
    /// <summary>Draws as much as is ready.</summary>
    /// <param name="call">The call.</param>
    /// <param name="group">The group.</param>
    /// <param name="missing">How much the group lacks.</param>
    /// <param name="draft">Why; the description is ours.</param>
    /// <returns>How much was drawn.</returns>
    public static int Run(Call call, GroupRecord group, int missing, Draft draft)
    {
        if (group.Pool is null or { IsDeleting: true }) return 0;
        var drawn = 0;
        var full = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
        while (drawn < missing && Next(call, group, full) is { } next)
        {
            var member = Groups.Member(call, group, next.Id);
            if (Start(call, group, member, draft with { Why = Because(draft, next) }))
                drawn += member.Weight;
            else full = full.Add(next.Zone);
        }

        return drawn;
    }

    private static PoolDraw? Next(ReadCall call, GroupRecord group, ImmutableHashSet<string> full)
    {
        var counted = Groups.Members(call, group.Name).Where(member => member.Counts).ToList();
        return DrawRules.Next(
            [.. Groups.Pooled(call, group.Name).Select(WarmPools.InstanceOf)],
            ZoneLaunch.Zones(call.Now, group, counted, full));
    }

    private static Reason? Because(Draft draft, PoolDraw draw) =>
        draft.Why is { } why ? why with { Because = [.. why.Because, draw.Why] } : draw.Why;

    // It is Pending before it starts, because EC2 tells of the start while it is asked for it.
    private static bool Start(Call call, GroupRecord group, MemberRecord member, Draft draft)
    {
        var coming = member with
        {
            State = LifecycleState.Pending, Origin = Whereabouts.WarmPool, IsProtected = group.ProtectsNew,
        };
        if (member.State is LifecycleState.WarmedStopped or LifecycleState.WarmedHibernated)
        {
            call.Write(Tables.Members).Put(coming);
            try
            {
                call.Port<IInstanceSupply>().Start(call, member.Id);
            }
            catch (ServiceException refusal)
            {
                call.Write(Tables.Members).Put(member);
                Failed(call, group, coming, draft, refusal.Message);
                return false;
            }
        }

        call.Cancel(Loops.HealthLoop.TimerKind, member.Id);
        Arrivals.Begin(call, group, coming, draft with
        {
            Description = $"Launching a new EC2 instance from warm pool: {member.Id}",
        });
        return true;
    }

    private static void Failed(Call call, GroupRecord group, MemberRecord member, Draft draft, string refusal)
    {
        var message = $"{refusal} Launching EC2 instance failed.";
        var activity = Activities.Begin(call, group, draft with
        {
            Description = $"Launching a new EC2 instance from warm pool: {member.Id}.  Status Reason: {message}",
            Message = message,
            Status = ScalingActivityStatusCode.Failed,
            Progress = 100,
            Member = member,
        });
        Tell.Ended(call, group, activity, launch: true);
    }
}
