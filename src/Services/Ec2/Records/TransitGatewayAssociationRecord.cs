using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>The association of an attachment with a route table of its transit gateway.</summary>
public sealed record TransitGatewayAssociationRecord
{
    /// <summary>The table.</summary>
    public required TransitGatewayRouteTableId RouteTableId { get; init; }

    /// <summary>associating, associated or disassociating; then it is gone.</summary>
    public required TransitGatewayAssociationState State { get; init; }
}
