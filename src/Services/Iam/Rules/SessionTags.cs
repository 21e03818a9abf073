using Orrery.Operations.Tagging;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// The tags of a session and which of them go on in a chain. Source: IAM User Guide, "Pass session tags in AWS STS".
/// </summary>
/// <param name="All">All of them, inherited ones among them.</param>
/// <param name="Transitive">The keys of those that go on.</param>
internal sealed record SessionTags(IReadOnlyList<Pair> All, IReadOnlyList<string> Transitive)
{
    private const int Most = 50;

    /// <summary>No tags.</summary>
    public static SessionTags None { get; } = new([], []);

    /// <summary>The tags of a request, on top of those that the session that asks passes on.</summary>
    /// <exception cref="ServiceException">ValidationError.</exception>
    public static SessionTags Of(SessionRecord? from, IReadOnlyList<Tag>? tags, IReadOnlyList<string>? transitive) =>
        Of(from, [.. (tags ?? []).Select(t => new Pair(t.Key!, t.Value ?? ""))], transitive ?? []);

    /// <summary>Tags on top of those that the session that asks passes on.</summary>
    /// <exception cref="ServiceException">ValidationError.</exception>
    public static SessionTags Of(SessionRecord? from, IReadOnlyList<Pair> given, IReadOnlyList<string> transitive)
    {
        if (given.DistinctBy(t => t.Key, StringComparer.OrdinalIgnoreCase).Count() != given.Count)
            throw Errors.Validation("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        // Reserved for tags of sessions too: IAM User Guide, "Pass session tags in AWS STS". The text is guessed.
        if (given.FirstOrDefault(t => TagSet.IsReserved(t.Key)) is { } reserved)
            throw Errors.Validation(
                $"The tag key {reserved.Key} is reserved: keys that begin with aws: are set by AWS only.");
        if (transitive.Any(key => !given.Any(t => Same(t.Key, key))))
            throw Errors.Validation("The specified transitive tag key must be included in the requested tags.");
        string[] passed = [.. from?.Transitive ?? []];
        if (given.FirstOrDefault(t => passed.Any(key => Same(key, t.Key))) is { } taken)
            throw Errors.Validation($"The tag {taken.Key} is inherited from the session and cannot be set again.");
        IReadOnlyList<Pair> all = [.. (from?.Tags ?? []).Where(t => passed.Any(key => Same(key, t.Key))), .. given];
        return all.Count <= Most
            ? new(all, [.. passed, .. transitive])
            : throw Errors.Validation($"A session has at most {Most} tags.");
    }

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
