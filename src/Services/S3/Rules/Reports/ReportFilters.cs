using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Reports;

/// <summary>Filters of configurations, by the beginning of keys and by tags; written as lifecycles' are.</summary>
internal static class ReportFilters
{
    /// <summary>A filter; exactly one of its parts is there.</summary>
    /// <exception cref="ServiceException">MalformedXML.</exception>
    public static AgeFilter Of(string? prefix, Tag? tag, bool hasAnd, string? andPrefix, IReadOnlyList<Tag>? andTags)
    {
        if ((prefix is null ? 0 : 1) + (tag is null ? 0 : 1) + (hasAnd ? 1 : 0) != 1) throw Errors.Malformed();
        if (!hasAnd) return new() { Prefix = prefix, Tags = tag is null ? null : Tags.OfObject([tag]) };
        var tags = Tags.OfObject(andTags);
        if ((andPrefix is null ? 0 : 1) + tags.Count < 2) throw Errors.Malformed();
        return new() { Prefix = andPrefix, Tags = tags, IsAnd = true };
    }

    /// <summary>Whether a filter is for a request: tags are those of the object, where there is one.</summary>
    public static bool Matches(AgeFilter? filter, string? key, VersionRecord? version)
    {
        if (filter is null) return true;
        if (key is null) return false;
        if (!filter.Matches(key)) return false;
        return filter.Tags is null || (version is not null && filter.Matches(version));
    }
}
