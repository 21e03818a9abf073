using System.Collections.Immutable;

namespace Orrery.Services.S3.Records;

/// <summary>Which objects a rule of a lifecycle is for.</summary>
public sealed record AgeFilter
{
    /// <summary>What keys begin with, or null.</summary>
    public string? Prefix { get; init; }

    /// <summary>The tags that objects must have, or null.</summary>
    public ImmutableSortedDictionary<string, string>? Tags { get; init; }

    /// <summary>The keys of the tags in the order in which they were sent, in which they are shown; or null.</summary>
    public IReadOnlyList<string>? TagOrder { get; init; }

    /// <summary>Objects must have more bytes than this, or null.</summary>
    public long? MoreThan { get; init; }

    /// <summary>Objects must have fewer bytes than this, or null.</summary>
    public long? LessThan { get; init; }

    /// <summary>Whether it was written as And.</summary>
    public bool IsAnd { get; init; }

    /// <summary>Whether it was written as the prefix of the rule, as before there were filters.</summary>
    public bool IsOld { get; init; }

    /// <summary>Whether it says anything of sizes.</summary>
    public bool HasSize() => MoreThan is not null || LessThan is not null;

    /// <summary>Whether a key begins as it should.</summary>
    public bool Matches(string key) => Prefix is null || key.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether it is for a version.</summary>
    public bool Matches(VersionRecord version) =>
        Matches(version.Key)
        && (MoreThan is not { } least || version.Size > least)
        && (LessThan is not { } most || version.Size < most)
        && (Tags is null || Tags.All(tag =>
            version.Tags is { } has && has.TryGetValue(tag.Key, out var value) && value == tag.Value));
}
