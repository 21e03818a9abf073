using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>What an account allows in a region.</summary>
public sealed record AccountSettingsRecord
{
    /// <summary>The key of the only record.</summary>
    public static readonly ResourceKey Key = new("settings");

    /// <summary>Always the same.</summary>
    public ResourceKey Id { get; init; } = Key;

    /// <summary>Whether the serial consoles of instances may be reached.</summary>
    public bool SerialConsole { get; init; }

    /// <summary>How far snapshots are kept from being public.</summary>
    public SnapshotBlockPublicAccessState PublicSnapshots { get; init; } = SnapshotBlockPublicAccessState.Unblocked;
}
