using System.Collections.Immutable;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Records;

/// <summary>A resource share, in the scope of its owner.</summary>
internal sealed record ShareRecord
{
    /// <summary>The last part of its ARN.</summary>
    public required RamKey Id { get; init; }

    /// <summary>Its name; several may have one.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it may be shared with accounts outside of the owner's organization.</summary>
    public required bool AllowsExternal { get; init; }

    /// <summary>active, deleting or deleted.</summary>
    public required ResourceShareStatus Status { get; init; }

    /// <summary>What is shared.</summary>
    public ImmutableArray<AssociationRecord> Resources { get; init; } = [];

    /// <summary>With whom.</summary>
    public ImmutableArray<AssociationRecord> Principals { get; init; } = [];

    /// <summary>The permissions that were named; for the other types the default ones hold.</summary>
    public ImmutableArray<string> Permissions { get; init; } = [];

    /// <summary>Its tags.</summary>
    public SortedDictionary<string, string> Tags { get; init; } = [];

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
