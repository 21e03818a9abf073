using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A placement group.</summary>
public sealed record PlacementGroupRecord
{
    /// <summary>The id.</summary>
    public required PlacementGroupId Id { get; init; }

    /// <summary>Its name, unique in the region.</summary>
    public required string Name { get; init; }

    /// <summary>How its instances are placed.</summary>
    public required PlacementStrategy Strategy { get; init; }

    /// <summary>How many partitions it has; null where it is not of that kind.</summary>
    public int? PartitionCount { get; init; }

    /// <summary>What a spread group spreads over.</summary>
    public SpreadLevel? SpreadLevel { get; init; }
}
