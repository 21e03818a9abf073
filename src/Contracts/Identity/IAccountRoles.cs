using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>Makes the role by which the management account of an organization enters a new account.</summary>
public interface IAccountRoles
{
    /// <summary>Makes it; it may do all, and trusts the management account.</summary>
    /// <param name="call">The call.</param>
    /// <param name="account">The new account.</param>
    /// <param name="role">The name of the role.</param>
    /// <param name="management">The management account.</param>
    void Make(Call call, string account, string role, string management);
}
