using System.Collections.Immutable;
using Orrery.Operations.Tagging;

namespace Orrery.Services.Organizations.Records;

/// <summary>A policy of an organization.</summary>
internal sealed record PolicyRecord
{
    /// <summary>Its id, <c>p-…</c>.</summary>
    public required OrgKey Id { get; init; }

    /// <summary>The id of the organization; empty for those of AWS.</summary>
    public required string Organization { get; init; }

    /// <summary>Its type.</summary>
    public required PolicyType Type { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>The document.</summary>
    public required string Content { get; init; }

    /// <summary>Its tags.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = TagSet.Empty;
}
