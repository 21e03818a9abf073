using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Loops;
using Orrery.Services.AutoScaling.Policies;
using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>Finds groups and their members, and puts them.</summary>
internal static class Groups
{
    /// <summary>The group of a name.</summary>
    /// <exception cref="ServiceException">ValidationError: there is none.</exception>
    public static GroupRecord Get(ReadCall call, string? name) =>
        call.Read(Tables.Groups).Find(new(name ?? "")) ?? throw Errors.NoGroup(name ?? "");

    /// <summary>The group of a name that is to be changed.</summary>
    /// <exception cref="ServiceException">ValidationError, or ScalingActivityInProgress: it is being
    /// deleted.</exception>
    public static GroupRecord Open(ReadCall call, string? name) =>
        Get(call, name) is { IsDeleting: false } group
            ? group
            : throw Errors.Busy($"AutoScalingGroup {name} is pending delete and cannot be changed");

    /// <summary>Puts a group and has it looked at.</summary>
    public static GroupRecord Put(Call call, GroupRecord group)
    {
        var before = call.Read(Tables.Groups).Find(group.Key);
        call.Write(Tables.Groups).Put(group);
        GroupLoop.Wake(call, group.Name);
        if (before?.Desired != group.Desired) Decisions.NoteRequest(call, before, group);
        if (before is not null && (before.Min, before.Max, before.Desired) != (group.Min, group.Max, group.Desired))
            PolicyLoop.Later(call, group.Name);
        return group;
    }

    /// <summary>The members of a group, by id, without its warm pool.</summary>
    public static IEnumerable<MemberRecord> Members(ReadCall call, string group) =>
        All(call, group).Where(member => !member.IsWarm);

    /// <summary>The instances of the warm pool of a group, by id.</summary>
    public static IEnumerable<MemberRecord> Pooled(ReadCall call, string group) =>
        All(call, group).Where(member => member.IsWarm);

    /// <summary>The instances of a group and of its warm pool, by id.</summary>
    public static IEnumerable<MemberRecord> All(ReadCall call, string group) =>
        call.Read(Tables.Members).By(Tables.MembersByGroup, group);

    /// <summary>The member of an id in a group.</summary>
    /// <exception cref="ServiceException">ValidationError.</exception>
    public static MemberRecord Member(ReadCall call, GroupRecord group, string id) =>
        call.Read(Tables.Members).Find(new(id)) is { } member && member.Group == group.Name
            ? member
            : throw Errors.NotIn(id, group.Name);

    /// <summary>
    /// A group that shall desire another capacity. Zones that were full, and the wait after failures, are forgotten:
    /// what is asked anew is tried anew (guessed).
    /// </summary>
    public static GroupRecord Desire(GroupRecord group, int desired, ChangeRecord change) => group with
    {
        Desired = desired,
        Change = change,
        Failures = 0,
        RetryAt = null,
        FullZones = group.FullZones.Clear(),
    };
}
