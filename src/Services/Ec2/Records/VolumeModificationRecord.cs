using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>The latest change of a volume's size, type or performance.</summary>
public sealed record VolumeModificationRecord
{
    /// <summary>The volume.</summary>
    public required VolumeId Id { get; init; }

    /// <summary>Modifying, optimizing or completed.</summary>
    public VolumeModificationState State { get; init; } = VolumeModificationState.Modifying;

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartTime { get; init; }

    /// <summary>When it will be complete.</summary>
    public required DateTimeOffset DueTime { get; init; }

    /// <summary>When it was complete.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>As it was.</summary>
    public required VolumeShapeRecord Original { get; init; }

    /// <summary>As it is to be.</summary>
    public required VolumeShapeRecord Target { get; init; }

    /// <summary>When it and those before it began, as far as they count.</summary>
    public ImmutableArray<DateTimeOffset> Starts { get; init; } = [];
}
