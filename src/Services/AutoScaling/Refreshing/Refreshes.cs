using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Ids;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Refreshing;

/// <summary>
/// Keeps instance refreshes. Source: API Reference, DescribeInstanceRefreshes (six weeks).
/// </summary>
internal static class Refreshes
{
    private const int Sweep = 2;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(42);

    /// <summary>The one that is under way in a group; null for none.</summary>
    public static RefreshRecord? Active(ReadCall call, GroupRecord group) =>
        group.Refresh is { } key ? call.Read(Tables.Refreshes).Find(key) : null;

    /// <summary>The one that is under way in a group.</summary>
    /// <exception cref="Core.ServiceException">ActiveInstanceRefreshNotFound.</exception>
    public static RefreshRecord Get(ReadCall call, GroupRecord group) =>
        Active(call, group) ?? throw Errors.NoRefresh(group.Name);

    /// <summary>The refreshes of a group, the newest first.</summary>
    public static IEnumerable<RefreshRecord> Of(ReadCall call, GroupRecord group) =>
        call.Read(Tables.Refreshes).From(ScalingKey.Of(group.Name, "")).TakeWhile(one => one.Group == group.Name)
            .Where(one => one.End is not { } end || end > call.Now - Kept);

    /// <summary>The key of one that begins now; a few of the oldest go.</summary>
    public static ScalingKey NewKey(Call call, GroupRecord group, string id)
    {
        var old = call.Read(Tables.Refreshes).From(KeyOf(group.Name, call.Now - Kept, ""))
            .TakeWhile(one => one.Group == group.Name).Where(one => one.End < call.Now - Kept).Take(Sweep).ToList();
        foreach (var one in old)
            call.Write(Tables.Refreshes).Remove(one.Key);
        // Of several that were asked for at one instant, each is put before those that there are.
        var same = call.Read(Tables.Refreshes).From(ScalingKey.Of(group.Name, ""))
            .TakeWhile(one => one.Group == group.Name && one.Asked == call.Now).Count();
        return KeyOf(group.Name, call.Now.AddTicks(same), id);
    }

    /// <summary>Puts one as it is now, unless it is as it was.</summary>
    public static RefreshRecord Put(Call call, RefreshRecord refresh, RefreshRecord? before = null)
    {
        if (before != refresh) call.Write(Tables.Refreshes).Put(refresh);
        return refresh;
    }

    /// <summary>Forgets those of a group that goes.</summary>
    public static void Forget(Call call, GroupRecord group)
    {
        var all = call.Read(Tables.Refreshes).From(ScalingKey.Of(group.Name, ""))
            .TakeWhile(one => one.Group == group.Name).ToList();
        foreach (var one in all)
            call.Write(Tables.Refreshes).Remove(one.Key);
    }

    /// <summary>
    /// A group with what it launches from: while a refresh goes forward, that is the desired configuration.
    /// </summary>
    public static GroupRecord Configured(ReadCall call, GroupRecord group) =>
        Active(call, group) is { IsForward: true, Desired: not null } refresh ? Made(group, refresh) : group;

    /// <summary>A group with the desired configuration of a refresh.</summary>
    public static GroupRecord Made(GroupRecord group, RefreshRecord refresh) => group with
    {
        LaunchConfiguration = null,
        Template = refresh.Desired,
        Mixed = refresh.DesiredMixed,
        CapacityType = refresh.DesiredMixed is { ByAttributes: true } ? group.CapacityType : null,
    };

    private static ScalingKey KeyOf(string group, DateTimeOffset at, string id) =>
        ScalingKey.Of(group, $"{long.MaxValue - at.UtcTicks:x16}", id);
}
