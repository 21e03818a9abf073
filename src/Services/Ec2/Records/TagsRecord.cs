using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>The tags of one resource.</summary>
public sealed record TagsRecord
{
    /// <summary>The resource id.</summary>
    public required ResourceKey Id { get; init; }

    /// <summary>AWS name of its type, for example vpc.</summary>
    public required string ResourceType { get; init; }

    /// <summary>Key to value.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } =
        ImmutableSortedDictionary<string, string>.Empty;
}
