using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>An egress-only internet gateway (IPv6), attached to one VPC for life.</summary>
public sealed record EgressOnlyInternetGatewayRecord
{
    /// <summary>The id.</summary>
    public required EgressOnlyInternetGatewayId Id { get; init; }

    /// <summary>Its VPC.</summary>
    public required VpcId VpcId { get; init; }
}
