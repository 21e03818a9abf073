using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Tiering;

namespace Orrery.Services.S3.Rules.Using;

/// <summary>
/// How much of an object is charged for, and for how long at least. Source: S3 user guide, "Understanding and managing
/// Amazon S3 storage classes", "Comparing the Amazon S3 storage classes"; "Amazon S3 Glacier storage classes": 32 KB
/// in the class and 8 KB in STANDARD for each archived object, also those in archive tiers of INTELLIGENT_TIERING.
/// </summary>
internal static class Billed
{
    /// <summary>What archives keep of each object in the standard class, in bytes.</summary>
    public const long Index = 8 * 1024;

    private const long Least = 128 * 1024;
    private const long Overhead = 32 * 1024;

    /// <summary>Whether a class keeps an index in STANDARD.</summary>
    public static bool HasIndex(string storageClass) => storageClass is "GLACIER" or "DEEP_ARCHIVE";

    /// <summary>Whether what is read of a class is charged for.</summary>
    public static bool IsRetrieved(string storageClass) =>
        storageClass is "STANDARD_IA" or "ONEZONE_IA" or "GLACIER_IR" or "GLACIER" or "DEEP_ARCHIVE";

    /// <summary>The bytes that are charged for.</summary>
    public static long Bytes(VersionRecord version) => version switch
    {
        { IsMarker: true } => 0,
        { StorageClass: "STANDARD_IA" or "ONEZONE_IA" or "GLACIER_IR" } => Math.Max(version.Size, Least),
        { StorageClass: "GLACIER" or "DEEP_ARCHIVE" } => version.Size + Overhead,
        _ => Tiers.IsArchived(version) ? version.Size + Overhead : version.Size,
    };

    /// <summary>What is charged for though a version goes now: it was not long enough in its class.</summary>
    public static double EarlyByteSeconds(VersionRecord version, DateTimeOffset now)
    {
        if (version.IsMarker || LeastDays(version.StorageClass) is not (> 0 and var days)) return 0;
        var missing = (version.ClassSince ?? version.Modified).AddDays(days) - now;
        return missing > TimeSpan.Zero ? Bytes(version) * missing.TotalSeconds : 0;
    }

    private static int LeastDays(string storageClass) => storageClass switch
    {
        "STANDARD_IA" or "ONEZONE_IA" => 30,
        "GLACIER_IR" or "GLACIER" => 90,
        "DEEP_ARCHIVE" => 180,
        _ => 0,
    };
}
