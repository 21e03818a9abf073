using Orrery.Host.Admin.Shapes;

namespace Orrery.Host.Composition;

/// <summary>The quotas that the served services enforce.</summary>
public static class QuotaTable
{
    /// <summary>
    /// What Orrery begins with instead of AWS's default. A new account may run 5 vCPUs, and AWS raises that by itself
    /// as an account is used (EC2 User Guide, "On-Demand Instance quotas" and "Spot Instance quotas"): here the account
    /// is one in use.
    /// </summary>
    internal static IReadOnlyDictionary<string, int> Raised { get; } = new Dictionary<string, int>
    {
        ["L-1216C47A"] = 640,
        ["L-34B43A08"] = 640,
    };

    /// <summary>All of them, by service and name.</summary>
    public static QuotaView[] All() =>
    [
        .. Building.Services
            .SelectMany(service => service.Quotas, (service, quota) =>
                new QuotaView(
                service.Name, quota.Code, quota.Name, quota.Standard,
                Raised.TryGetValue(quota.Code, out var raised) ? raised : quota.Standard))
            .OrderBy(quota => quota.Service, StringComparer.Ordinal)
            .ThenBy(quota => quota.Name, StringComparer.Ordinal),
    ];
}
