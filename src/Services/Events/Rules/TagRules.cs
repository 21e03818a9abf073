using System.Collections.Immutable;

namespace Orrery.Services.Events.Rules;

/// <summary>Tags: at most 50, none of AWS's own. Source: EventBridge API Reference, TagResource.</summary>
internal static class TagRules
{
    private const int Most = 50;

    /// <summary>Tags with others added or changed.</summary>
    /// <exception cref="Core.ServiceException">ValidationException.</exception>
    public static ImmutableSortedDictionary<string, string> With(
        ImmutableSortedDictionary<string, string> tags, IEnumerable<KeyValuePair<string, string>> more)
    {
        foreach (var (key, value) in more)
        {
            if (key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
                throw Errors.Validation($"Tag key {key} is not valid: keys that begin with aws: are reserved.");
            tags = tags.SetItem(key, value);
        }

        return tags.Count <= Most ? tags : throw Errors.Validation("A resource can have at most 50 tags.");
    }

    /// <summary>Tags of a resource that begins.</summary>
    public static ImmutableSortedDictionary<string, string> Of(IEnumerable<KeyValuePair<string, string>>? tags) =>
        With(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal), tags ?? []);
}
