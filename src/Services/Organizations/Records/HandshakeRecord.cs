using System.Collections.Immutable;
using Orrery.Operations.Tagging;

namespace Orrery.Services.Organizations.Records;

/// <summary>An invitation of an account into an organization.</summary>
internal sealed record HandshakeRecord
{
    /// <summary>Its id, <c>h-…</c>.</summary>
    public required OrgKey Id { get; init; }

    /// <summary>The id of the organization.</summary>
    public required string Organization { get; init; }

    /// <summary>Whether the account is named by its number or by its address.</summary>
    public required HandshakePartyType TargetType { get; init; }

    /// <summary>The number or the address of the account.</summary>
    public required string Target { get; init; }

    /// <summary>What the management account wrote to it.</summary>
    public string? Notes { get; init; }

    /// <summary>The tags that the account gets.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = TagSet.Empty;

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Until when it can be accepted.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>What somebody made of it; null where nobody did anything yet.</summary>
    public HandshakeState? Outcome { get; init; }

    /// <summary>When they did.</summary>
    public DateTimeOffset? DoneAt { get; init; }
}
