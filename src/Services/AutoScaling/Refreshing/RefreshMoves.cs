using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Reconciling;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Refreshing;

/// <summary>
/// Moves a refresh from status to status, and tells of it. Source: API Reference, InstanceRefresh; EC2 Auto Scaling
/// User Guide, "Undo changes with a rollback"; "Instance refresh example events and patterns".
/// </summary>
internal static class RefreshMoves
{
    /// <summary>Marks what is to be replaced, and lets the refresh begin with the next look at the group.</summary>
    public static void Ask(Call call, GroupRecord group, RefreshRecord refresh)
    {
        Refreshes.Put(call, refresh);
        var made = group with { Refresh = refresh.Key };
        call.Write(Tables.Groups).Put(made);
        var matches = refresh.Terms.SkipsMatching
            ? RefreshTerms.Matching(call, Refreshes.Configured(call, made)) : _ => false;
        var (stale, pooled) = (0, 0);
        foreach (var member in Groups.All(call, group.Name).ToList())
        {
            if (member.IsTerminating || member.IsRetained || matches(member)) continue;
            call.Write(Tables.Members).Put(member with { IsStale = true });
            if (member.IsWarm) pooled += member.Weight;
            else stale += member.Weight;
        }

        Refreshes.Put(call, refresh with
        {
            ToUpdate = stale, PoolSize = group.Pool is null ? null : pooled, PoolToUpdate = pooled,
        });
        Groups.Put(call, made);
    }

    /// <summary>Begins.</summary>
    public static RefreshRecord Begin(Call call, GroupRecord group, RefreshRecord refresh)
    {
        Event(call, group, refresh, "Started");
        return Refreshes.Put(call, refresh with
        {
            Status = InstanceRefreshStatus.InProgress, Start = call.Now, Progressed = call.Now,
        });
    }

    /// <summary>Pauses at a checkpoint.</summary>
    public static void Pause(Call call, GroupRecord group, RefreshRecord refresh, int checkpoint)
    {
        var delay = refresh.Terms.CheckpointDelay!.Value;
        Refreshes.Put(call, refresh with
        {
            Passed = checkpoint,
            PausedUntil = call.Now.AddSeconds(delay),
            Reason = $"The checkpoint at {checkpoint} percent is reached; the instance refresh waits {delay} seconds.",
        });
        if (delay == 0) GroupLoop.Wake(call, group.Name);
        Tell.Event(call, group, ("EC2 Auto Scaling Instance Refresh Checkpoint Reached", null), writer =>
        {
            writer.WriteString("InstanceRefreshId", refresh.Id);
            writer.WriteString("AutoScalingGroupName", group.Name);
            writer.WriteString("CheckpointPercentage", $"{checkpoint}");
            writer.WriteString("CheckpointDelay", $"{delay}");
        });
    }

    /// <summary>All is replaced: bakes, or ends well.</summary>
    public static void Complete(Call call, GroupRecord group, RefreshRecord refresh)
    {
        if (refresh.Rollback is not null)
        {
            Finish(call, group, refresh, (InstanceRefreshStatus.RollbackSuccessful, refresh.Rollback.Reason));
            Event(call, group, refresh, "Rollback Succeeded");
        }
        else if (refresh is { Status: InstanceRefreshStatus.InProgress, Terms.BakeTime: > 0 })
        {
            Refreshes.Put(call, refresh with
            {
                Status = InstanceRefreshStatus.Baking,
                BakesUntil = call.Now.AddSeconds(refresh.Terms.BakeTime.Value),
                Reason = $"All instances are updated; the bake time of {refresh.Terms.BakeTime} seconds runs.",
            });
        }
        else
        {
            // Source: API Reference, StartInstanceRefresh: the settings of the group change once it succeeds.
            Finish(call, group, refresh, (InstanceRefreshStatus.Successful, null));
            Event(call, group, refresh, "Succeeded");
        }
    }

    /// <summary>It cannot go on: fails, or is rolled back where that was asked for.</summary>
    public static void Fail(Call call, GroupRecord group, RefreshRecord refresh, string reason)
    {
        if (refresh.Rollback is not null)
        {
            Finish(call, group, refresh, (InstanceRefreshStatus.RollbackFailed, reason));
            Event(call, group, refresh, "Rollback Failed");
        }
        else if (refresh.Terms.RollsBack && RefreshTerms.Obstacle(call, group, refresh.Desired) is null)
        {
            RollBack(call, group, refresh, $"Automatic rollback: {reason}");
        }
        else
        {
            Finish(call, group, refresh, (InstanceRefreshStatus.Failed, reason));
            Event(call, group, refresh, "Failed");
        }
    }

    /// <summary>Replaces what the refresh launched by what the group had before.</summary>
    public static void RollBack(Call call, GroupRecord group, RefreshRecord refresh, string reason)
    {
        var (size, pooled) = (0, 0);
        foreach (var member in Groups.All(call, group.Name).ToList())
        {
            var isStale = member.MadeBy == refresh.Id && member is { IsTerminating: false, IsRetained: false };
            if (isStale && member.IsWarm) pooled += member.Weight;
            else if (isStale) size += member.Weight;
            if (isStale != member.IsStale) call.Write(Tables.Members).Put(member with { IsStale = isStale });
        }

        Refreshes.Put(call, refresh with
        {
            Status = InstanceRefreshStatus.RollbackInProgress,
            Reason = reason,
            Start = refresh.Start ?? call.Now,
            Rollback = new(reason, call.Now, refresh.Percent, refresh.ToUpdate, size),
            Replaced = 0,
            PoolSize = refresh.PoolSize is null ? null : pooled,
            PoolToUpdate = pooled,
            PausedUntil = null,
            BakesUntil = null,
            Progressed = call.Now,
        });
        Event(call, group, refresh, "Rollback Started");
        Groups.Put(call, group);
    }

    /// <summary>Ends it because a user wants that; waits for what comes or goes, if that was asked for.</summary>
    public static void Cancel(Call call, GroupRecord group, RefreshRecord refresh, bool waits)
    {
        const string Reason = "Cancelled due to user request.";
        if (waits && RefreshSight.Of(call, group, refresh).IsInTransition)
        {
            Refreshes.Put(call, refresh with { Status = InstanceRefreshStatus.Cancelling, Reason = Reason });
            return;
        }

        Finish(call, group, refresh, (InstanceRefreshStatus.Cancelled, Reason));
        Event(call, group, refresh, "Cancelled");
    }

    private static void Finish(
        Call call, GroupRecord group, RefreshRecord refresh, (InstanceRefreshStatus Status, string? Reason) end)
    {
        var done = end.Status == InstanceRefreshStatus.Successful;
        Refreshes.Put(call, refresh with
        {
            Status = end.Status,
            Reason = end.Reason,
            Start = refresh.Start ?? call.Now,
            End = call.Now,
            Percent = done ? 100 : refresh.Percent,
            ToUpdate = done ? 0 : refresh.ToUpdate,
            PoolToUpdate = done ? 0 : refresh.PoolToUpdate,
            PausedUntil = null,
        });
        foreach (var member in Groups.All(call, group.Name).Where(m => m.IsStale || m.IsSuccessor).ToList())
            call.Write(Tables.Members).Put(member with { IsStale = false, IsSuccessor = false });
        var now = Groups.Get(call, group.Name) with { Refresh = null };
        if (done && refresh.Desired is not null) now = Capacity.Reweigh(call, now, Refreshes.Made(now, refresh));
        Groups.Put(call, now);
    }

    private static void Event(Call call, GroupRecord group, RefreshRecord refresh, string what) =>
        Tell.Event(call, group, ($"EC2 Auto Scaling Instance Refresh {what}", null), writer =>
        {
            writer.WriteString("InstanceRefreshId", refresh.Id);
            writer.WriteString("AutoScalingGroupName", group.Name);
        });
}
