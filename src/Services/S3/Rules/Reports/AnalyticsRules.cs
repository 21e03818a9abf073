using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Reports;

/// <summary>
/// Analytics configurations: what they analyse is shown nowhere but in AWS's console and in their export. Sources: S3
/// user guide, "Amazon S3 analytics – Storage Class Analysis"; S3 API Reference, PutBucketAnalyticsConfiguration.
/// </summary>
internal static class AnalyticsRules
{
    /// <summary>A configuration, checked.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidArgument, InvalidS3DestinationBucket.</exception>
    public static AnalyticsConfiguration Checked(
        ReadCall call, Place place, string? id, AnalyticsConfiguration? sent)
    {
        if (sent?.StorageClassAnalysis is not { } analysis) throw Errors.Malformed();
        ManySettings.Id(id, sent.Id);
        FilterOf(sent);
        if (analysis.DataExport is not { } export) return sent;
        if (export is not
            {
                OutputSchemaVersion: StorageClassAnalysisSchemaVersion.V1,
                Destination.S3BucketDestination: { Format: AnalyticsS3ExportFileFormat.Csv, Bucket: { } arn } target,
            })
            throw Errors.Malformed();
        ReportTargets.Check(call, place, arn, target.BucketAccountId);
        return sent;
    }

    /// <summary>Of which objects it is; null where of all.</summary>
    /// <exception cref="ServiceException">MalformedXML.</exception>
    public static AgeFilter? FilterOf(AnalyticsConfiguration wanted) => wanted.Filter is { } filter
        ? ReportFilters.Of(filter.Prefix, filter.Tag, filter.And is not null, filter.And?.Prefix, filter.And?.Tags)
        : null;

    /// <summary>Where it is exported to; null where it is not.</summary>
    public static AnalyticsS3BucketDestination? TargetOf(AnalyticsConfiguration wanted) =>
        wanted.StorageClassAnalysis?.DataExport?.Destination?.S3BucketDestination;

    /// <summary>The configurations of a bucket that are exported.</summary>
    public static IEnumerable<AnalyticsConfiguration> Exported(BucketRecord bucket) =>
        Kept.All<GetBucketAnalyticsConfigurationResult>(bucket).Select(static answer => answer.AnalyticsConfiguration!)
            .Where(static wanted => TargetOf(wanted) is not null);
}
