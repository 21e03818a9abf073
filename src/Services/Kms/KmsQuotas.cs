using Orrery.Contracts;

namespace Orrery.Services.Kms;

/// <summary>
/// The quotas of KMS. Source: KMS Developer Guide, "Resource quotas"; the codes, as public tools that compare usage
/// with quotas name them. The length of policies has no code there: that one is our own.
/// </summary>
internal static class KmsQuotas
{
    public static readonly Quota Keys = new("L-C2F1777E", "Customer Master Keys (CMKs)", 100_000);
    public static readonly Quota Aliases = new("L-340F62FB", "Aliases per CMK", 50);
    public static readonly Quota Grants = new("L-D594A657", "Grants per CMK", 50_000);
    public static readonly Quota PolicyLength = new("KMS-POLICY", "Key policy document size", 32_768);
    public static readonly Quota Demanded = new("L-0E66C9C0", "On-demand rotations per CMK", 25);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All = [Keys, Aliases, Grants, PolicyLength, Demanded];
}
