using Orrery.Operations.Tagging;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Rules;

/// <summary>Tags of shares.</summary>
internal static class ShareTags
{
    /// <summary>Tags with others.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterException, TagLimitExceededException.</exception>
    public static SortedDictionary<string, string> With(
        IEnumerable<KeyValuePair<string, string>> tags, IReadOnlyList<Tag>? more)
    {
        var given = (more ?? []).Select(t => KeyValuePair.Create(
            t.Key ?? throw Errors.Invalid("A tag has a key."), t.Value ?? ""));
        return new(
            TagSet.With(
                tags,
                given,
                key => Errors.Invalid($"The tag key {key} is reserved for use by AWS."),
                Errors.TooManyTags).ToDictionary(),
            StringComparer.Ordinal);
    }

    /// <summary>Tags as the API writes them.</summary>
    public static IReadOnlyList<Tag> View(SortedDictionary<string, string> tags) =>
        [.. tags.Select(t => new Tag { Key = t.Key, Value = t.Value })];

    /// <summary>The share that a request about tags names, by one of two parameters.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterException: neither or both.</exception>
    public static string Target(string? share, string? resource) =>
        share is not null && resource is not null
            ? throw Errors.Invalid("Name one of resourceShareArn and resourceArn.")
            : share ?? resource ?? throw Errors.Invalid("Name one of resourceShareArn and resourceArn.");
}
