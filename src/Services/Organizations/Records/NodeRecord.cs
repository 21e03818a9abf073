using System.Collections.Immutable;
using Orrery.Operations.Tagging;

namespace Orrery.Services.Organizations.Records;

/// <summary>A root, a unit or an account of an organization: what policies are attached to.</summary>
internal sealed record NodeRecord
{
    /// <summary>The id: <c>r-…</c>, <c>ou-…</c>, or the number of the account.</summary>
    public required OrgKey Id { get; init; }

    /// <summary>What it is.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>The id of the organization.</summary>
    public required string Organization { get; init; }

    /// <summary>What it stands below; null for the root.</summary>
    public string? Parent { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The ids of the policies that are attached to it.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Its tags.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = TagSet.Empty;

    /// <summary>The address of an account.</summary>
    public string? Email { get; init; }

    /// <summary>Whether an account was invited, not made.</summary>
    public bool IsInvited { get; init; }

    /// <summary>When it was made, or the account joined.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When an account was asked to be closed.</summary>
    public DateTimeOffset? ClosingAt { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }
}
