using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>An association of a route table: the main one of the VPC, a subnet or a gateway.</summary>
public sealed record RouteTableAssociationRecord
{
    /// <summary>rtbassoc- and 17 hexadecimal digits.</summary>
    public required string AssociationId { get; init; }

    /// <summary>The main association of the VPC.</summary>
    public bool Main { get; init; }

    /// <summary>The subnet.</summary>
    public SubnetId? SubnetId { get; init; }

    /// <summary>The internet or virtual private gateway.</summary>
    public string? GatewayId { get; init; }
}
