using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>An internet gateway, attached to at most one VPC.</summary>
public sealed record InternetGatewayRecord
{
    /// <summary>The id.</summary>
    public required InternetGatewayId Id { get; init; }

    /// <summary>The VPC that it is attached to.</summary>
    public VpcId? VpcId { get; init; }
}
