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
}
