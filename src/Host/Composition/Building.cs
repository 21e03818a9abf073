using Orrery.Contracts;
using Orrery.Kernel;
using Orrery.Operations;
using Orrery.Services.Ec2;
using Orrery.Services.Iam;

namespace Orrery.Host.Composition;

/// <summary>Puts the services together. Adding a service to the program is one line here.</summary>
internal static class Building
{
    /// <summary>All served services.</summary>
    public static IReadOnlyList<Service> Services { get; } = [Ec2Service.Registration, StsService.Registration];

    /// <summary>The house.</summary>
    public static House Build() => new(Services, Ports.None.With<IQuotas>(new Quotas([])));
}
