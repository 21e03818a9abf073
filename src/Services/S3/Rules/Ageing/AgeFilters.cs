using System.Collections.Immutable;
using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Ageing;

/// <summary>Filters of lifecycle rules, forth and back. Source: Amazon S3 API Reference, LifecycleRuleFilter.</summary>
internal static class AgeFilters
{
    /// <summary>The filter of a rule.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidRequest.</exception>
    public static AgeFilter Read(LifecycleRule rule)
    {
        if (rule.Filter is null == rule.Prefix is null) throw Errors.Malformed();
        if (rule.Filter is not { } sent) return new() { Prefix = rule.Prefix, IsOld = true };
        var said = Said(sent.Prefix) + Said(sent.Tag) + Said(sent.ObjectSizeGreaterThan)
            + Said(sent.ObjectSizeLessThan) + Said(sent.And);
        if (said > 1) throw Errors.Malformed();
        return Checked(sent.And is { } and ? And(and) : new()
        {
            Prefix = sent.Prefix,
            Tags = sent.Tag is { } tag ? Tags.OfObject([tag]) : null,
            MoreThan = sent.ObjectSizeGreaterThan,
            LessThan = sent.ObjectSizeLessThan,
        });
    }

    /// <summary>A filter as it was sent; null where it was a prefix of the rule.</summary>
    public static LifecycleRuleFilter? View(AgeFilter filter)
    {
        if (filter.IsOld) return null;
        var tags = filter.Tags is null ? null : Tags.View(filter.Tags);

        // Terraform's provider waits until it reads a rule as it sent it.
        if (filter.TagOrder is { } order) tags = [.. order.Select(key => tags!.First(tag => tag.Key == key))];
        return filter.IsAnd
            ? new()
            {
                And = new()
                {
                    Prefix = filter.Prefix,
                    Tags = tags,
                    ObjectSizeGreaterThan = filter.MoreThan,
                    ObjectSizeLessThan = filter.LessThan,
                },
            }
            : new()
            {
                Prefix = filter.Prefix,
                Tag = tags?[0],
                ObjectSizeGreaterThan = filter.MoreThan,
                ObjectSizeLessThan = filter.LessThan,
            };
    }

    private static AgeFilter And(LifecycleRuleAndOperator and)
    {
        ImmutableSortedDictionary<string, string>? tags = and.Tags is { Count: > 0 } sent ? Tags.OfObject(sent) : null;
        var said = Said(and.Prefix) + (tags?.Count ?? 0) + Said(and.ObjectSizeGreaterThan)
            + Said(and.ObjectSizeLessThan);
        return said < 2 ? throw Errors.Malformed() : new()
        {
            Prefix = and.Prefix,
            Tags = tags,
            TagOrder = and.Tags?.Count > 1 ? [.. and.Tags.Select(static tag => tag.Key!)] : null,
            MoreThan = and.ObjectSizeGreaterThan,
            LessThan = and.ObjectSizeLessThan,
            IsAnd = true,
        };
    }

    private static AgeFilter Checked(AgeFilter filter) =>
        filter.MoreThan < 0 || filter.LessThan < 1 || filter.MoreThan + 1 >= filter.LessThan
            ? throw Errors.InvalidRequest("'ObjectSizeLessThan' has to be a value greater than 'ObjectSizeGreaterThan'")
            : filter;

    private static int Said(object? part) => part is null ? 0 : 1;
}
