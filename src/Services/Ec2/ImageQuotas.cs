using Orrery.Contracts;

namespace Orrery.Services.Ec2;

/// <summary>
/// The quotas of images. Source: EC2 User Guide, "AMI quotas in Amazon EC2" (names, defaults); codes as users of
/// Service Quotas list them.
/// </summary>
internal static class ImageQuotas
{
    public static readonly Quota Images = new("L-B665C33B", "AMIs", 50_000);

    public static readonly Quota PublicImages = new("L-0E3CBAB9", "Public AMIs", 5);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All = [Images, PublicImages];
}
