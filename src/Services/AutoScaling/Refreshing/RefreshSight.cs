using Orrery.Engines.Scaling.Maintenance;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Reconciling;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Refreshing;

/// <summary>
/// A group as its refresh sees it: what is stale and may go, what is its own, and what stands in its way. What a user
/// attached, or what matched, is neither; it is kept. An instance of before the refresh counts as warmed up (guessed).
/// </summary>
internal sealed class RefreshSight
{
    private readonly RefreshRecord _refresh;
    private readonly DateTimeOffset _now;

    private RefreshSight(Call call, GroupRecord group, RefreshRecord refresh)
    {
        (_refresh, _now) = (refresh, call.Now);
        Members = [.. Groups.Members(call, group.Name)];
        StaleInPool = Capacity.Of(Groups.Pooled(call, group.Name).Where(
            member => member is { IsStale: true, IsTerminating: false, IsRetained: false }));
        Own = [.. Members.Where(member => member.Counts && IsOwn(member))];
        Ready = [.. Own.Where(IsReady)];
        Stale = [.. Members.Where(member => member.Counts && IsStale(member) && !IsLeft(member))];
        Blocked = [.. Members.Where(IsBlocked)];
        var kept = Capacity.Counted(Members) - Capacity.Of(Own) - Capacity.Of(Stale);
        Desired = group.Desired;
        Target = Math.Max(0, Desired - kept);
    }

    /// <summary>All of the group.</summary>
    public IReadOnlyList<MemberRecord> Members { get; }

    /// <summary>Those that count and that the refresh, or its rollback, launched.</summary>
    public IReadOnlyList<MemberRecord> Own { get; }

    /// <summary>Of its own: those in service, healthy and warmed up.</summary>
    public IReadOnlyList<MemberRecord> Ready { get; }

    /// <summary>Those that count and that are to be replaced.</summary>
    public IReadOnlyList<MemberRecord> Stale { get; }

    /// <summary>Those that it waits for, because of protection or standby.</summary>
    public IReadOnlyList<MemberRecord> Blocked { get; }

    /// <summary>How much the warm pool has that are to be replaced.</summary>
    public int StaleInPool { get; }

    /// <summary>How much of its own the group has in the end.</summary>
    public int Target { get; }

    /// <summary>What the group desires.</summary>
    public int Desired { get; }

    /// <summary>How much is replaced.</summary>
    public int Replaced => Math.Min(Target, Capacity.Of(Ready));

    /// <summary>Whether a hook holds an instance up.</summary>
    public bool HasHookWait => Members.Any(member => member.State is LifecycleState.PendingWait
        or LifecycleState.TerminatingWait);

    /// <summary>Whether an instance comes or goes.</summary>
    public bool IsInTransition => Members.Any(member => member.IsPending || member.IsTerminating);

    /// <summary>Those in standby that go with the refresh.</summary>
    public IEnumerable<MemberRecord> GoingStandby => _refresh.Terms.Standby == StandbyInstances.Terminate
        ? Members.Where(member => member.State == LifecycleState.Standby && IsStale(member)) : [];

    /// <summary>What may be terminated for a successor.</summary>
    public IReadOnlyList<MemberRecord> Old =>
        [.. Stale.Where(member => member is { State: LifecycleState.InService, Sickness: null }
            && !Blocked.Contains(member))];

    /// <summary>What is stale and of no use.</summary>
    public IReadOnlyList<MemberRecord> Unready =>
        [.. Stale.Where(member => member is { State: LifecycleState.InService, Sickness: not null }
            && !Blocked.Contains(member))];

    /// <summary>A look at a group.</summary>
    public static RefreshSight Of(Call call, GroupRecord group, RefreshRecord refresh) => new(call, group, refresh);

    /// <summary>The facts for the rules.</summary>
    public RefreshFacts Facts()
    {
        var counted = Capacity.Counted(Members);
        var ready = Capacity.Of(Members.Where(member => member is { State: LifecycleState.InService, Sickness: null }
            && (!IsOwn(member) || IsReady(member))));
        var (old, unready) = (Capacity.Of(Old), Capacity.Of(Unready));
        var done = Capacity.Of(Ready);
        var busy = Math.Max(Capacity.Of(Own) - done, Target - Capacity.Of(Stale) - done);
        return new(
            new(_refresh.Terms.Min, _refresh.Terms.Max),
            Target,
            Replaced,
            Math.Max(0, busy),
            new(Desired, ready, counted - ready - unready, old, unready),
            _refresh.Rollback is null ? _refresh.Terms.Checkpoints : [],
            _refresh.Passed,
            _refresh.PausedUntil);
    }

    /// <summary>When the first of its own is warmed up that is not yet.</summary>
    public DateTimeOffset? NextWarm => Own.Where(member => member is { State: LifecycleState.InService, Sickness: null }
            && !IsReady(member)).Min(member => member.ServiceSince?.AddSeconds(_refresh.Terms.Warmup));

    private bool IsOwn(MemberRecord member) => member.MadeBy == _refresh.Mark;

    private bool IsStale(MemberRecord member) => member.IsStale && !IsOwn(member);

    private bool IsReady(MemberRecord member) =>
        member is { State: LifecycleState.InService, Sickness: null, ServiceSince: { } since }
        && since.AddSeconds(_refresh.Terms.Warmup) <= _now;

    private bool IsLeft(MemberRecord member) =>
        member.IsProtected && _refresh.Terms.Protected == ScaleInProtectedInstances.Ignore;

    private bool IsBlocked(MemberRecord member) => IsStale(member) && (member.State == LifecycleState.Standby
        ? _refresh.Terms.Standby == StandbyInstances.Wait
        : member is { State: LifecycleState.InService, IsProtected: true }
            && _refresh.Terms.Protected == ScaleInProtectedInstances.Wait);
}
