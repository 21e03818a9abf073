using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>A service that works with a service-linked role tells what needs the role.</summary>
public interface IRoleUse
{
    /// <summary>
    /// The resources that need the role; empty where it may go, or where the role is not this service's.
    /// </summary>
    /// <param name="call">The call that asks.</param>
    /// <param name="account">The account of the role.</param>
    /// <param name="service">The service that the role is linked to, for example <c>autoscaling.amazonaws.com</c>.
    /// </param>
    IEnumerable<RoleUse> UsesOf(ReadCall call, string account, string service);
}
