using Orrery.Contracts;

namespace Orrery.Services.S3;

/// <summary>The quotas of S3. Source: AWS General Reference, "Amazon S3 endpoints and quotas".</summary>
internal static class S3Quotas
{
    /// <summary>General purpose buckets of an account: 10,000 by default.</summary>
    public static readonly Quota Buckets = new("L-DC2B2D3D", "General purpose buckets", 10_000);

    /// <summary>Access points of an account in a region.</summary>
    public static readonly Quota AccessPoints = new("L-FAABEEBA", "Access Points", 10_000);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All = [Buckets, AccessPoints];
}
