using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>An Elastic IP address. Associated exactly while AssociationId is set.</summary>
public sealed record AddressRecord
{
    /// <summary>The allocation id.</summary>
    public required AllocationId Id { get; init; }

    /// <summary>The public IPv4 address.</summary>
    public required string PublicIp { get; init; }

    /// <summary>The group that announces it.</summary>
    public required string NetworkBorderGroup { get; init; }

    /// <summary>eipassoc- and 17 hexadecimal digits.</summary>
    public string? AssociationId { get; init; }

    /// <summary>The interface it is associated with.</summary>
    public NetworkInterfaceId? NetworkInterfaceId { get; init; }

    /// <summary>The private address of that interface it maps to.</summary>
    public string? PrivateIp { get; init; }

    /// <summary>Reverse name set by ModifyAddressAttribute.</summary>
    public string? PtrRecord { get; init; }
}
