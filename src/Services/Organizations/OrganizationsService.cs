using Orrery.Contracts.Identity;
using Orrery.Services.Organizations.Loops;
using Orrery.Services.Organizations.Ports;

namespace Orrery.Services.Organizations;

/// <summary>AWS Organizations as a part of the house.</summary>
public static class OrganizationsService
{
    /// <summary>The registration.</summary>
    public static Service Registration { get; } = new()
    {
        Name = "organizations",
        Operations = OrganizationsOperations.All,
        Tables = Tables.All,
        Quotas = OrganizationQuotas.All,
        Timers = [new AccountLoop(), new ClosureLoop(), new HandshakeLoop()],
        Offer = ports => ports
            .With<IOrganizations>(new OrganizationsPort())
            .Also<IResourceFacts>(new OrganizationsPort()),
    };
}
