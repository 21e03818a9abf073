using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>What was declared of the capacity of a type in a zone. Null means unlimited.</summary>
public sealed record CapacityRecord
{
    /// <summary>The zone, a space, the type.</summary>
    public required ResourceKey Id { get; init; }

    /// <summary>How many instances there is room for in all.</summary>
    public int? Total { get; init; }

    /// <summary>How many of them Spot may have.</summary>
    public int? Spot { get; init; }
}
