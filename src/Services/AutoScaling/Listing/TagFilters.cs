using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Listing;

/// <summary>Which groups filters leave. Source: API Reference, Filter.</summary>
internal static class TagFilters
{
    private const string OfKey = "tag:";

    /// <summary>Whether all filters leave a group.</summary>
    /// <exception cref="Core.ServiceException">A filter that there is not.</exception>
    public static bool Leave(IReadOnlyList<Filter>? filters, GroupRecord group) =>
        filters is null || filters.All(filter => Leaves(filter, group));

    private static bool Leaves(Filter filter, GroupRecord group)
    {
        var values = filter.Values ?? [];
        return filter.Name switch
        {
            "tag-key" => group.Tags.Any(tag => values.Contains(tag.Key)),
            "tag-value" => group.Tags.Any(tag => values.Contains(tag.Value)),
            { } name when name.StartsWith(OfKey, StringComparison.Ordinal) =>
                group.Tags.Any(tag => tag.Key == name[OfKey.Length..] && values.Contains(tag.Value)),
            _ => throw Errors.Invalid($"Filter type {filter.Name} is not correct. Allowed Filter types are: tag-key "
                + "tag-value tag:<key>"),
        };
    }
}
