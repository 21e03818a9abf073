using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>Room for instances that is kept for an account. Which instances are in it, they know.</summary>
public sealed record CapacityReservationRecord
{
    /// <summary>The id.</summary>
    public required CapacityReservationId Id { get; init; }

    /// <summary>For example t3.micro.</summary>
    public required string InstanceType { get; init; }

    /// <summary>What its instances run, for example Linux/UNIX.</summary>
    public required CapacityReservationInstancePlatform Platform { get; init; }

    /// <summary>Its zone.</summary>
    public required string Zone { get; init; }

    /// <summary>The id of its zone.</summary>
    public required string ZoneId { get; init; }

    /// <summary>Default or dedicated.</summary>
    public CapacityReservationTenancy Tenancy { get; init; } = CapacityReservationTenancy.Default;

    /// <summary>For how many instances there is room.</summary>
    public required int Count { get; init; }

    /// <summary>Whether it was made for EBS-optimized instances.</summary>
    public bool EbsOptimized { get; init; }

    /// <summary>Whether instances of its attributes come into it by themselves, or only those that name it.</summary>
    public InstanceMatchCriteria Criteria { get; init; } = InstanceMatchCriteria.Open;

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>When it expires; null where it does not.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Active, expired or cancelled.</summary>
    public CapacityReservationState State { get; init; } = CapacityReservationState.Active;
}
