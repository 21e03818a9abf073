using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Reports;

/// <summary>
/// Intelligent-Tiering configurations. Source: S3 API Reference, PutBucketIntelligentTieringConfiguration, Tiering:
/// Archive Access after 90 days at least, Deep Archive Access after 180, 730 at most.
/// </summary>
internal static class TieringRules
{
    private const int ArchiveDays = 90;
    private const int DeepDays = 180;
    private const int MostDays = 730;

    /// <summary>A configuration, checked.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidArgument.</exception>
    public static IntelligentTieringConfiguration Checked(string? id, IntelligentTieringConfiguration? sent)
    {
        if (sent is not { Status: not null, Tierings: { Count: > 0 } tierings }) throw Errors.Malformed();
        ManySettings.Id(id, sent.Id);
        foreach (var tiering in tierings)
        {
            if (tiering is not { AccessTier: { } tier, Days: { } days }) throw Errors.Malformed();
            if (days < (tier is IntelligentTieringAccessTier.ArchiveAccess ? ArchiveDays : DeepDays) || days > MostDays)
                throw Errors.InvalidArgument("'Days' is not valid for the access tier", "Days", $"{days}");
        }

        if (tierings.Select(static tiering => tiering.AccessTier).Distinct().Count() < tierings.Count)
            throw Errors.Malformed();
        FilterOf(sent);
        return sent;
    }

    /// <summary>Which objects it is for; null for all.</summary>
    public static AgeFilter? FilterOf(IntelligentTieringConfiguration wanted) => wanted.Filter is { } filter
        ? ReportFilters.Of(
            filter.Prefix, filter.Tag, filter.And is not null, filter.And?.Prefix, filter.And?.Tags)
        : null;
}
