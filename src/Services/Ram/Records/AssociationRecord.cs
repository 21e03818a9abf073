using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Records;

/// <summary>A resource or a principal in a resource share.</summary>
internal sealed record AssociationRecord
{
    /// <summary>The ARN of the resource, or the account.</summary>
    public required string Entity { get; init; }

    /// <summary>How far it is; moved by the operations and the loop only.</summary>
    public required ResourceShareAssociationStatus Status { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Message { get; init; }

    /// <summary>The invitation that the account was sent; null of a resource.</summary>
    public RamKey? Invitation { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its status changed last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
