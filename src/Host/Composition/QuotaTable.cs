using Orrery.Host.Admin.Shapes;

namespace Orrery.Host.Composition;

/// <summary>The quotas that the served services enforce.</summary>
public static class QuotaTable
{
    /// <summary>All of them, by service and name.</summary>
    public static QuotaView[] All() =>
    [
        .. Building.Services
            .SelectMany(service => service.Quotas, (service, quota) =>
                new QuotaView(service.Name, quota.Code, quota.Name, quota.Standard))
            .OrderBy(quota => quota.Service, StringComparer.Ordinal)
            .ThenBy(quota => quota.Name, StringComparer.Ordinal),
    ];
}
