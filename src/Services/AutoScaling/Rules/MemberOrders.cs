using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>The members that a user names.</summary>
internal static class MemberOrders
{
    /// <summary>Members in one of some states.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: one is not in the group, or in another
    /// state.</exception>
    public static IReadOnlyList<MemberRecord> Named(
        ReadCall call, GroupRecord group, IReadOnlyList<string>? ids, params IReadOnlyList<LifecycleState> states)
    {
        if (ids is not { Count: > 0 }) throw Errors.Invalid("At least one instance must be named.");
        var members = ids.Distinct(StringComparer.Ordinal).Select(id => Groups.Member(call, group, id)).ToList();
        return members.FirstOrDefault(member => !states.Contains(member.State)) is { } other
            ? throw Errors.Invalid($"The instance {other.Id} is not in "
                + $"{string.Join(" or ", states.Select(s => s.ToWire()))}"
                + $": it is in {other.State.ToWire()}.")
            : members;
    }
}
