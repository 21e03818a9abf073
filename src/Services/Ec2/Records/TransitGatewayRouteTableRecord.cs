using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>
/// A route table of a transit gateway. Its static routes are records of their own; its associations and propagations
/// are in the attachments.
/// </summary>
public sealed record TransitGatewayRouteTableRecord
{
    /// <summary>The id.</summary>
    public required TransitGatewayRouteTableId Id { get; init; }

    /// <summary>Its gateway.</summary>
    public required TransitGatewayId TransitGatewayId { get; init; }

    /// <summary>pending, available, deleting, deleted.</summary>
    public required TransitGatewayRouteTableState State { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
