using Orrery.Operations.Tagging;

namespace Orrery.Services.Sqs.Rules;

/// <summary>What tags may be. Source: SQS Developer Guide, "Amazon SQS standard queue quotas", Queue tag.</summary>
internal static class TagRules
{
    /// <summary>Refuses tags that AWS does not take.</summary>
    public static void Check(IReadOnlyDictionary<string, string>? tags)
    {
        foreach (var (key, value) in tags ?? new Dictionary<string, string>())
        {
            if (key.Length is 0 or > 128)
                throw Errors.Value(key, "TagKey", "Tag keys must be between 1 and 128 characters in length.");
            if (value.Length > 256)
                throw Errors.Value(value, "TagValue", "Tag values must be at most 256 characters in length.");
            if (TagSet.IsReserved(key) || TagSet.IsReserved(value))
                throw Errors.Value(key, "TagKey", "Tags must not begin with the reserved prefix aws:.");
            if (!key.All(IsAllowed) || !value.All(IsAllowed))
                throw Errors.Value(key, "TagKey", "Tags can contain letters, digits, white space and _.:/=+-@.");
        }
    }

    private static bool IsAllowed(char c) =>
        char.IsLetterOrDigit(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c)
        || "_.:/=+-@".Contains(c, StringComparison.Ordinal);
}
