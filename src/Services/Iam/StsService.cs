using Orrery.Contracts;
using Orrery.Contracts.Identity;
using Orrery.Services.Iam.Ports;

namespace Orrery.Services.Iam;

/// <summary>STS as a part of the house.</summary>
public static class StsService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "sts",
        Operations = StsOperations.All,
        Tables = [Tables.Sessions],
        Timers = [new SessionExpiry()],
        Offer = ports => ports.With<IPrincipals>(new Principals()).With<IRoleSessions>(new RoleSessions()),
    };
}
