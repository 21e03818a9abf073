using Orrery.Kernel.Calls;

namespace Orrery.Contracts.Identity;

/// <summary>Makes temporary credentials of roles for services: instances and functions act with them.</summary>
public interface IRoleSessions
{
    /// <summary>Assumes a role for a service.</summary>
    /// <param name="call">The call.</param>
    /// <param name="roleArn">The ARN of the role.</param>
    /// <param name="service">The service, for example <c>ec2.amazonaws.com</c>: the role has to trust it.</param>
    /// <param name="name">The name of the session, for example an instance id.</param>
    /// <param name="duration">How long it lasts.</param>
    /// <returns>The credentials; null where there is no such role, or it does not trust the service.</returns>
    RoleCredentials? Open(Call call, string roleArn, string service, string name, TimeSpan duration);

    /// <summary>
    /// What a service may with a role; null where there is no such role, or it does not trust the service. Of a
    /// service-linked role that nobody made yet, what it will have: its service makes it when it needs it.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="roleArn">The ARN of the role.</param>
    /// <param name="service">The service, for example <c>scheduler.amazonaws.com</c>.</param>
    IdentityFacts? Rights(ReadCall call, string roleArn, string service) => null;
}
