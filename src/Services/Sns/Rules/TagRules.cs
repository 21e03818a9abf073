using Orrery.Operations.Tagging;
using Orrery.Wire.Generated.Sns;

namespace Orrery.Services.Sns.Rules;

/// <summary>The tags of topics. Source: SNS Developer Guide, "Amazon SNS topic tagging".</summary>
internal static class TagRules
{
    private const int LongestKey = 128;
    private const int LongestValue = 256;

    /// <summary>Tags with others added.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameter, TagLimitExceeded.</exception>
    public static SortedDictionary<string, string> Merge(
        SortedDictionary<string, string> tags, IReadOnlyList<Tag> added)
    {
        if (added.Select(tag => tag.Key).Distinct(StringComparer.Ordinal).Count() != added.Count)
            throw Errors.InvalidParameter("Duplicated keys are not allowed.");
        if (added.FirstOrDefault(IsMisshapen) is { } wrong) throw Wrong(wrong.Key);
        var more = added.Select(tag => KeyValuePair.Create(tag.Key!, tag.Value!));
        return new(TagSet.With(tags, more, Wrong, Errors.TooManyTags), StringComparer.Ordinal);
    }

    private static bool IsMisshapen(Tag tag) =>
        tag.Key is not { Length: > 0 and <= LongestKey } || tag.Value is not { Length: <= LongestValue };

    private static Core.ServiceException Wrong(string? key) => Errors.InvalidParameter($"Tag '{key}' is not valid");
}
