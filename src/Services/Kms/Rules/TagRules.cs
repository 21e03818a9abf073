using System.Collections.Immutable;
using Orrery.Operations.Tagging;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>Tags of keys. Source: KMS API Reference, TagResource.</summary>
internal static class TagRules
{
    /// <summary>Tags with others added or changed.</summary>
    /// <exception cref="Core.ServiceException">TagException, LimitExceededException.</exception>
    public static ImmutableSortedDictionary<string, string> With(
        IReadOnlyDictionary<string, string> tags, IReadOnlyList<Tag>? more)
    {
        var given = more ?? [];
        if (given.Select(t => t.TagKey).Distinct(StringComparer.Ordinal).Count() != given.Count)
            throw Errors.Tag("Duplicate tag keys");
        return TagSet.With(
            tags,
            given.Select(t => KeyValuePair.Create(t.TagKey!, t.TagValue!)),
            _ => Errors.Tag("Tags beginning with aws: are reserved"),
            () => Errors.Tag("Too many tags"));
    }
}
