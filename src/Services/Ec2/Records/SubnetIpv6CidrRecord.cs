using Orrery.Core;

namespace Orrery.Services.Ec2.Records;

/// <summary>An IPv6 block of a subnet.</summary>
public sealed record SubnetIpv6CidrRecord
{
    /// <summary>subnet-cidr-assoc- and 17 hexadecimal digits.</summary>
    public required string AssociationId { get; init; }

    /// <summary>The block, a /64 unless stated.</summary>
    public required Cidr Cidr { get; init; }
}
