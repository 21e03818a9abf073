using Orrery.Services.AutoScaling.Records;

namespace Orrery.Services.AutoScaling.Reconciling;

/// <summary>
/// What members count, in the units of their group: weights where there are any, else instances. Source: EC2 Auto
/// Scaling User Guide, "Configure an Auto Scaling group to use instance weights".
/// </summary>
internal static class Capacity
{
    /// <summary>What some members count together.</summary>
    public static int Of(IEnumerable<MemberRecord> members) => members.Sum(member => member.Weight);

    /// <summary>What those count that are in service or come.</summary>
    public static int Counted(IEnumerable<MemberRecord> members) => Of(members.Where(member => member.Counts));

    /// <summary>Some of them, in their order, that together count no more than some units.</summary>
    public static IReadOnlyList<MemberRecord> Within(IEnumerable<MemberRecord> members, int units)
    {
        var taken = new List<MemberRecord>();
        foreach (var member in members.Where(member => member.Weight <= units - Of(taken)))
            taken.Add(member);
        return taken;
    }

    /// <summary>Some of them, in their order, until they count some units together, or more.</summary>
    public static IReadOnlyList<MemberRecord> Reaching(IEnumerable<MemberRecord> members, int units)
    {
        var taken = new List<MemberRecord>();
        foreach (var member in members.TakeWhile(_ => Of(taken) < units))
            taken.Add(member);
        return taken;
    }

    /// <summary>
    /// Whether a group has what it desires and not more than the weight of an instance too much.
    /// </summary>
    public static bool IsReached(GroupRecord group, IReadOnlyList<MemberRecord> counted)
    {
        var over = Of(counted) - group.Desired;
        return over == 0 || (over > 0 && over < counted.Max(member => member.Weight));
    }

    /// <summary>
    /// Members with the weights that their types have by now; a type that is no longer launched keeps its last one.
    /// Source: the same page, Considerations.
    /// </summary>
    public static IEnumerable<MemberRecord> Reweighed(
        Kernel.Calls.ReadCall call, GroupRecord group, IEnumerable<MemberRecord> members)
    {
        var types = group.Mixed is null ? null : new MixedTypes(call, group);
        return members.Select(member => types is null ? member with { Units = null }
            : types.Find(member.InstanceType) is { } type ? member with { Units = type.Units } : member);
    }

    /// <summary>Weighs all of a group anew, the warm pool too, where what it launches from changes.</summary>
    /// <returns>The group as it is then.</returns>
    public static GroupRecord Reweigh(Kernel.Calls.Call call, GroupRecord before, GroupRecord group)
    {
        if (before.Mixed == group.Mixed && before.CapacityType == group.CapacityType) return group;
        foreach (var member in Reweighed(call, group, Rules.Groups.All(call, group.Name).ToList()))
            call.Write(Tables.Members).Put(member);
        return group;
    }
}
