using Orrery.Core;
using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A range of a subnet kept for prefixes or explicit assignment.</summary>
public sealed record SubnetCidrReservationRecord
{
    /// <summary>The id.</summary>
    public required SubnetCidrReservationId Id { get; init; }

    /// <summary>The subnet.</summary>
    public required SubnetId SubnetId { get; init; }

    /// <summary>The range.</summary>
    public required Cidr Cidr { get; init; }

    /// <summary>prefix or explicit.</summary>
    public required SubnetCidrReservationType Type { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }
}
