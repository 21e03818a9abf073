using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>
/// Where it is noted that identities used what they may. Of each action of an identity the last use is kept, to the
/// hour: so that an hour of the same calls is noted once.
/// </summary>
public interface IUseLedger
{
    /// <summary>Whether a use by the caller is yet to be noted.</summary>
    /// <param name="call">The call that used it.</param>
    /// <param name="action">For example <c>ec2:DescribeVpcs</c>.</param>
    bool IsDue(ReadCall call, string action);

    /// <summary>Notes a use by the caller.</summary>
    void Note(Call call, string action);
}
