using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>The interface of a transit gateway in a subnet of an attached VPC.</summary>
public sealed record TransitGatewayFaceRecord
{
    /// <summary>The subnet.</summary>
    public required SubnetId SubnetId { get; init; }

    /// <summary>The interface.</summary>
    public required NetworkInterfaceId NetworkInterfaceId { get; init; }
}
