using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>An EC2 Fleet. Its instances are found by index.</summary>
public sealed record FleetRecord
{
    /// <summary>The id.</summary>
    public required FleetId Id { get; init; }

    /// <summary>The request as JSON, as it was last modified.</summary>
    public required string Request { get; init; }

    /// <summary>Where in its life it is.</summary>
    public required FleetStateCode State { get; init; }

    /// <summary>Instant, request or maintain.</summary>
    public required FleetType Type { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>Units wanted in all.</summary>
    public required double Total { get; init; }

    /// <summary>Units of On-Demand among them.</summary>
    public required double OnDemand { get; init; }

    /// <summary>Units of Spot among them.</summary>
    public required double Spot { get; init; }

    /// <summary>
    /// Units that were ever launched On-Demand: a fleet of type request launches no more than its target.
    /// </summary>
    public double LaunchedOnDemand { get; init; }

    /// <summary>Units that were ever launched as Spot.</summary>
    public double LaunchedSpot { get; init; }

    /// <summary>Why the last attempt fell short.</summary>
    public ImmutableArray<FleetErrorRecord> Errors { get; init; } = [];
}
