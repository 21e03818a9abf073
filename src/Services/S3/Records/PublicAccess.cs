namespace Orrery.Services.S3.Records;

/// <summary>What of public access is blocked.</summary>
/// <param name="BlockPublicAcls">ACLs that grant it are refused.</param>
/// <param name="IgnorePublicAcls">ACLs that grant it count for nothing.</param>
/// <param name="BlockPublicPolicy">Policies that grant it are refused.</param>
/// <param name="RestrictPublicBuckets">Policies that grant it count for the owner's account only.</param>
public sealed record PublicAccess(
    bool BlockPublicAcls, bool IgnorePublicAcls, bool BlockPublicPolicy, bool RestrictPublicBuckets)
{
    /// <summary>All of it: what new buckets have. Source: S3 user guide, "Blocking public access".</summary>
    public static PublicAccess All { get; } = new(true, true, true, true);
}
