using Orrery.Operations.Tagging;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// The tags of identity: keys are not told apart by case, but keep theirs. Source: IAM User Guide, "Tags for IAM
/// resources"; messages guessed where no source was found.
/// </summary>
internal static class TagRules
{
    /// <summary>The tags of something new.</summary>
    public static IReadOnlyList<Pair> New(IReadOnlyList<Tag>? tags) => Merge([], tags);

    /// <summary>Tags with others added or changed.</summary>
    /// <exception cref="ServiceException">InvalidInput, LimitExceeded.</exception>
    public static IReadOnlyList<Pair> Merge(IReadOnlyList<Pair> tags, IReadOnlyList<Tag>? more)
    {
        more ??= [];
        if (more.Select(t => t.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count() != more.Count)
        {
            throw Errors.InvalidInput(
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }

        if (more.FirstOrDefault(t => TagSet.IsReserved(t.Key!)) is { } reserved)
        {
            throw Errors.InvalidInput(
                $"The tag key {reserved.Key} is reserved: keys that begin with aws: are set by AWS only.");
        }

        List<Pair> all = [.. tags];
        foreach (var tag in more)
        {
            var at = all.FindIndex(t => Same(t.Key, tag.Key!));
            if (at >= 0) all[at] = new(tag.Key!, tag.Value ?? "");
            else all.Add(new(tag.Key!, tag.Value ?? ""));
        }

        return all.Count <= TagSet.Most
            ? all
            : throw Errors.Limit("The number of tags has reached the maximum limit.");
    }

    /// <summary>Tags without some keys.</summary>
    public static IReadOnlyList<Pair> Without(IReadOnlyList<Pair> tags, IReadOnlyList<string>? keys) =>
        [.. tags.Where(t => keys?.Any(k => Same(k, t.Key)) != true)];

    /// <summary>Tags as the API writes them; null where there are none and AWS writes nothing.</summary>
    public static IReadOnlyList<Tag>? View(IReadOnlyList<Pair> tags) => tags.Count == 0 ? null : List(tags);

    /// <summary>Tags as the API lists them.</summary>
    public static IReadOnlyList<Tag> List(IReadOnlyList<Pair> tags) =>
        [.. tags.Select(t => new Tag { Key = t.Key, Value = t.Value })];

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
