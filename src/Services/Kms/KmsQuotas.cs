using Orrery.Contracts;

namespace Orrery.Services.Kms;

/// <summary>
/// The quotas of KMS. Source: KMS Developer Guide, "Resource quotas". Codes that begin with KMS- are our own: no source
/// for AWS's was found.
/// </summary>
internal static class KmsQuotas
{
    public static readonly Quota Keys = new("L-C2F1777E", "Customer Master Keys (CMKs)", 100_000);
    public static readonly Quota Aliases = new("KMS-ALIASES", "Aliases per CMK", 50);
    public static readonly Quota Grants = new("KMS-GRANTS", "Grants per CMK", 50_000);
    public static readonly Quota PolicyLength = new("KMS-POLICY", "Key policy document size", 32_768);
    public static readonly Quota Demanded = new("KMS-ON-DEMAND-ROTATIONS", "On-demand rotations per CMK", 25);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All = [Keys, Aliases, Grants, PolicyLength, Demanded];
}
