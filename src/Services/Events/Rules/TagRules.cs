using System.Collections.Immutable;
using Orrery.Operations.Tagging;

namespace Orrery.Services.Events.Rules;

/// <summary>Tags: at most 50, none of AWS's own. Source: EventBridge API Reference, TagResource.</summary>
internal static class TagRules
{
    /// <summary>Tags with others added or changed.</summary>
    /// <exception cref="Core.ServiceException">ValidationException.</exception>
    public static ImmutableSortedDictionary<string, string> With(
        ImmutableSortedDictionary<string, string> tags, IEnumerable<KeyValuePair<string, string>> more) =>
        TagSet.With(
            tags, more,
            key => Errors.Validation($"Tag key {key} is not valid: keys that begin with aws: are reserved."),
            () => Errors.Validation("A resource can have at most 50 tags."));

    /// <summary>Tags of a resource that begins.</summary>
    public static ImmutableSortedDictionary<string, string> Of(IEnumerable<KeyValuePair<string, string>>? tags) =>
        With(TagSet.Empty, tags ?? []);
}
