using Orrery.Core;

namespace Orrery.Services.Ec2.Records;

/// <summary>A CIDR block associated with a VPC.</summary>
public sealed record VpcCidrRecord
{
    /// <summary>vpc-cidr-assoc- and 17 hexadecimal digits.</summary>
    public required string AssociationId { get; init; }

    /// <summary>The block.</summary>
    public required Cidr Cidr { get; init; }

    /// <summary>IPv6 only: the group that announces it.</summary>
    public string? NetworkBorderGroup { get; init; }

    /// <summary>From when on it is associated; before, it is associating.</summary>
    public required DateTimeOffset AssociatedAt { get; init; }
}
