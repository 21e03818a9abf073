using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3control;

namespace Orrery.Services.S3.Rules.Access;

/// <summary>What of public access is blocked, as S3 Control writes it.</summary>
internal static class BlockShapes
{
    /// <summary>Reads it; what is not said is not blocked.</summary>
    public static PublicAccess Read(PublicAccessBlockConfiguration sent) => new(
        sent.BlockPublicAcls ?? false, sent.IgnorePublicAcls ?? false,
        sent.BlockPublicPolicy ?? false, sent.RestrictPublicBuckets ?? false);

    /// <summary>Shows it.</summary>
    public static PublicAccessBlockConfiguration View(PublicAccess block) => new()
    {
        BlockPublicAcls = block.BlockPublicAcls,
        IgnorePublicAcls = block.IgnorePublicAcls,
        BlockPublicPolicy = block.BlockPublicPolicy,
        RestrictPublicBuckets = block.RestrictPublicBuckets,
    };
}
