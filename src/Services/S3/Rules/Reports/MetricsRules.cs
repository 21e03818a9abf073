using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Reports;

/// <summary>Metrics configurations. Source: S3 user guide, "CloudWatch metrics configurations".</summary>
internal static class MetricsRules
{
    /// <summary>A configuration, checked.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidArgument, NotImplemented.</exception>
    public static MetricsConfiguration Checked(string? id, MetricsConfiguration? sent)
    {
        if (sent is null) throw Errors.Malformed();
        ManySettings.Id(id, sent.Id);
        Headers.RefuseOthers(
            ("metrics filters by access point", sent.Filter?.AccessPointArn ?? sent.Filter?.And?.AccessPointArn));
        FilterOf(sent);
        return sent;
    }

    /// <summary>Which requests count; null for all.</summary>
    public static AgeFilter? FilterOf(MetricsConfiguration wanted) => wanted.Filter is { } filter
        ? ReportFilters.Of(
            filter.Prefix, filter.Tag, filter.And is not null, filter.And?.Prefix, filter.And?.Tags)
        : null;
}
