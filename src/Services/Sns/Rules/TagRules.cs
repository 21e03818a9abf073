using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Rules;

/// <summary>The tags of topics. Source: SNS Developer Guide, "Amazon SNS topic tagging".</summary>
internal static class TagRules
{
    private const int Most = 50;
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <summary>Tags with others added.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter, TagLimitExceeded.</exception>
    public static SortedDictionary<string, string> Merge(
        SortedDictionary<string, string> tags, IReadOnlyList<Tag> added)
    {
        SortedDictionary<string, string> all = new(tags, StringComparer.Ordinal);
        if (added.Select(tag => tag.Key).Distinct(StringComparer.Ordinal).Count() != added.Count)
            throw Errors.InvalidParameter("Duplicated keys are not allowed.");
        foreach (var tag in added)
        {
            if (tag.Key is not { Length: > 0 and <= LongestKey }
                || tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)
                || tag.Value is not { Length: <= LongestValue })
                throw Errors.InvalidParameter($"Tag '{tag.Key}' is not valid");
            all[tag.Key] = tag.Value;
        }

        return all.Count <= Most ? all : throw Errors.TooManyTags();
    }
}
