using System.Collections.Immutable;
using Orrery.Operations.Tagging;

namespace Orrery.Services.Organizations.Records;

/// <summary>A request for an account.</summary>
internal sealed record CreationRecord
{
    /// <summary>Its id, <c>car-…</c>.</summary>
    public required OrgKey Id { get; init; }

    /// <summary>The id of the organization.</summary>
    public required string Organization { get; init; }

    /// <summary>The name of the account.</summary>
    public required string Name { get; init; }

    /// <summary>Its address.</summary>
    public required string Email { get; init; }

    /// <summary>The role that the management account is to enter it by.</summary>
    public required string RoleName { get; init; }

    /// <summary>Its tags.</summary>
    public ImmutableSortedDictionary<string, string> Tags { get; init; } = TagSet.Empty;

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How far it is.</summary>
    public CreateAccountState State { get; init; } = CreateAccountState.InProgress;

    /// <summary>When that was decided.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>The number that the account gets.</summary>
    public required string Account { get; init; }

    /// <summary>Why there is none.</summary>
    public CreateAccountFailureReason? Failure { get; init; }
}
