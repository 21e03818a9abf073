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
    /// <exception cref="StartException">A quota was named that no service has.</exception>
    public static House Build(HostOptions options)
    {
        foreach (var code in options.Quotas.Keys)
        {
            if (!QuotaTable.All().Any(quota => quota.Code.Equals(code, StringComparison.OrdinalIgnoreCase)))
                throw new StartException($"No service has a quota with the code '{code}'.", "orrery quotas");
        }

        var limits = new Dictionary<string, int>(QuotaTable.Raised, StringComparer.OrdinalIgnoreCase);
        foreach (var (code, limit) in options.Quotas)
            limits[code] = limit;
        return new(Services, Ports.None.With<IQuotas>(new Quotas(limits)));
    }
}
