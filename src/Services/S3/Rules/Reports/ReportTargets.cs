using Orrery.Services.S3.Rules.Replicating;

namespace Orrery.Services.S3.Rules.Reports;

/// <summary>
/// The buckets that reports go to. Sources: S3 API Reference, PutBucketInventoryConfiguration,
/// PutBucketAnalyticsConfiguration; S3 user guide: they are in the region of what is reported on.
/// </summary>
internal static class ReportTargets
{
    private const string ArnStart = "arn:aws:s3:::";

    /// <summary>Refuses a target that is none.</summary>
    /// <exception cref="ServiceException">InvalidS3DestinationBucket.</exception>
    public static void Check(ReadCall call, Place place, string arn, string? account)
    {
        if (Of(call, arn) is not { } there || (account is not null && account != there.Scope.Account))
            throw new ServiceException(
                "InvalidS3DestinationBucket", "The specified S3 destination bucket is not valid.", 400);
        if (there.Scope.Region != place.Scope.Region)
            throw new ServiceException(
                "InvalidS3DestinationBucket", "The destination bucket has to be in the region of the source.", 400);
    }

    /// <summary>The bucket of an ARN; null where there is none.</summary>
    public static Place? Of(ReadCall call, string arn) => arn.StartsWith(ArnStart, StringComparison.Ordinal)
        ? Replicas.PlaceOf(call, arn[ArnStart.Length..])
        : null;

    /// <summary>What stands before the names of a report's files: nothing, or a folder.</summary>
    public static string FolderOf(string? prefix) => string.IsNullOrEmpty(prefix) ? "" : prefix.TrimEnd('/') + "/";
}
