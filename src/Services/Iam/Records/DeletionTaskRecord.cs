using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Records;

/// <summary>The removal of a service-linked role.</summary>
internal sealed record DeletionTaskRecord
{
    /// <summary>Its id.</summary>
    public required IamKey Id { get; init; }

    /// <summary>The key of the role.</summary>
    public required string Role { get; init; }

    /// <summary>How far it is.</summary>
    public required DeletionTaskStatusType State { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Reason { get; init; }

    /// <summary>What still uses the role: regions and resources.</summary>
    public IReadOnlyList<Pair> Usage { get; init; } = [];
}
