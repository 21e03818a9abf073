using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules.Ageing;

/// <summary>
/// Which storage classes objects may move to. Source: S3 user guide, "Transitioning objects using Amazon S3 Lifecycle":
/// the waterfall of classes, and that objects of less than 128 KiB stay unless a rule says something of sizes.
/// </summary>
internal static class Waterfall
{
    private const long Small = 128 * 1024;

    // From the dearest to the cheapest, the order in which the page above draws them.
    private static readonly string[] Order =
    [
        Classes.Standard, "REDUCED_REDUNDANCY", "STANDARD_IA", "INTELLIGENT_TIERING", "ONEZONE_IA", "GLACIER_IR",
        "GLACIER", "DEEP_ARCHIVE",
    ];

    /// <summary>How far down a class is; -1 where there is none.</summary>
    public static int Depth(string? storageClass) => Array.IndexOf(Order, storageClass);

    /// <summary>Whether a rule may move a version to a class.</summary>
    public static bool Allows(LifecycleRecord lifecycle, AgeRule rule, VersionRecord version, string to) =>
        Depth(to) > Depth(version.StorageClass)
        && (version.StorageClass, to) is not ("ONEZONE_IA", "GLACIER_IR")
        && (version.Size >= Small || rule.Filter.HasSize()
            || (!lifecycle.KeepsSmallOnes && to is ("GLACIER" or "DEEP_ARCHIVE")));
}
