using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Reports;

/// <summary>
/// Analytics configurations: what they analyse is shown nowhere but in AWS's console and in its export, which is
/// refused. Source: S3 user guide, "Amazon S3 analytics – Storage Class Analysis".
/// </summary>
internal static class AnalyticsRules
{
    /// <summary>A configuration, checked.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidArgument, NotImplemented.</exception>
    public static AnalyticsConfiguration Checked(string? id, AnalyticsConfiguration? sent)
    {
        if (sent?.StorageClassAnalysis is not { } analysis) throw Errors.Malformed();
        ManySettings.Id(id, sent.Id);
        Headers.RefuseOthers(("the export of storage class analysis", analysis.DataExport));
        if (sent.Filter is { } filter)
        {
            ReportFilters.Of(
                filter.Prefix, filter.Tag, filter.And is not null, filter.And?.Prefix, filter.And?.Tags);
        }

        return sent;
    }
}
