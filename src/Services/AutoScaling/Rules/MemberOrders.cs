using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Rules;

/// <summary>
/// The members that a user names. Source: API Reference: 20 with EnterStandby, ExitStandby, AttachInstances and
/// DetachInstances, 50 with SetInstanceProtection; the words are guessed.
/// </summary>
internal static class MemberOrders
{
    private const int Most = 20;

    /// <summary>The ids that a request names, each once.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: there are none, or too many.</exception>
    public static IReadOnlyList<string> Ids(IReadOnlyList<string>? ids, int most = Most) =>
        ids is not { Count: > 0 } ? throw Errors.Invalid("At least one instance must be named.")
        : ids.Count > most ? throw Errors.Invalid($"You can specify up to {most} instances.")
        : [.. ids.Distinct(StringComparer.Ordinal)];

    /// <summary>Members in one of some states.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: one is not in the group, or in another
    /// state.</exception>
    public static IReadOnlyList<MemberRecord> Named(
        ReadCall call, GroupRecord group, IReadOnlyList<string>? ids, params IReadOnlyList<LifecycleState> states)
    {
        var members = Ids(ids).Select(id => Groups.Member(call, group, id)).ToList();
        return members.FirstOrDefault(member => !states.Contains(member.State)) is { } other
            ? throw Errors.Invalid($"The instance {other.Id} is not in "
                + $"{string.Join(" or ", states.Select(s => s.ToWire()))}"
                + $": it is in {other.State.ToWire()}.")
            : members;
    }
}
