using Orrery.Contracts;

namespace Orrery.Services.Ssm;

/// <summary>The quotas of Parameter Store. Source: AWS General Reference, "Systems Manager quotas"; the codes are our
/// own.</summary>
internal static class SsmQuotas
{
    public static readonly Quota Standard = new("SSM-STANDARD-PARAMETERS", "Total standard parameters", 10_000);
    public static readonly Quota Advanced = new("SSM-ADVANCED-PARAMETERS", "Total advanced parameters", 100_000);
}
