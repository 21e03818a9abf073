using Orrery.Core;

namespace Orrery.Engines.Reachability.Model;

/// <summary>A subnet of a VPC.</summary>
/// <param name="Id">The resource id.</param>
public sealed record Subnet(string Id) : Element(Id)
{
    /// <summary>Its blocks, IPv4 and IPv6.</summary>
    public IReadOnlyList<Cidr> Cidrs { get; init; } = [];

    /// <summary>The name of its availability zone.</summary>
    public string Zone { get; init; } = "";

    /// <summary>Its explicitly associated route table; null means the VPC's main one.</summary>
    public string? RouteTableId { get; init; }

    /// <summary>Its network ACL; null means that nothing is filtered at its border.</summary>
    public string? NetworkAclId { get; init; }
}
