using Orrery.Contracts;

namespace Orrery.Services.Organizations;

/// <summary>
/// The quotas. Source: Organizations User Guide, "Quotas and service limits for AWS Organizations", with the larger
/// ones of service control policies since May 2026; the codes but that of accounts are our own.
/// </summary>
internal static class OrganizationQuotas
{
    /// <summary>How deep units stand below the root.</summary>
    public const int Depth = 5;

    public static readonly Quota Accounts = new("L-E619E033", "Default maximum number of accounts", 10);

    public static readonly Quota Units = new("ORG-UNITS", "Organizational units in an organization", 2000);

    public static readonly Quota ServicePolicies = new("ORG-SCP", "Service control policies", 10_000);

    public static readonly Quota ResourcePolicies = new("ORG-RCP", "Resource control policies", 2000);

    public static readonly Quota Attached =
        new("ORG-ATTACHED", "Service control policies attached to a target", 10);

    public static readonly Quota AttachedResource =
        new("ORG-ATTACHED-RCP", "Resource control policies attached to a target", 5);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All =
        [Accounts, Units, ServicePolicies, ResourcePolicies, Attached, AttachedResource];
}
