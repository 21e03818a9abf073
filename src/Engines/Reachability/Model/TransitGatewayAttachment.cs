namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// A VPC or a VPN connection on a transit gateway. <see cref="Element.VpcId"/> is the VPC of a VPC attachment, and null
/// for one of a VPN connection. Attachments between transit gateways are <see cref="TransitGatewayPeering"/>.
/// </summary>
/// <param name="Id">The resource id.</param>
public sealed record TransitGatewayAttachment(string Id) : Element(Id)
{
    /// <summary>The transit gateway.</summary>
    public required string TransitGatewayId { get; init; }

    /// <summary>For a VPC: one subnet a zone in which it has an interface. Other zones are not reached.</summary>
    public IReadOnlyList<string> SubnetIds { get; init; } = [];

    /// <summary>For a VPN connection: its id.</summary>
    public string? VpnConnectionId { get; init; }

    /// <summary>Whether both directions of a flow take the same zone, whatever zone they come from.</summary>
    public bool ApplianceMode { get; init; }

    /// <summary>Whether it carries IPv6.</summary>
    public bool Ipv6 { get; init; }

    /// <summary>
    /// Whether rules of its VPC may name groups of other VPCs of the gateway (both attachments must allow it).
    /// </summary>
    public bool SecurityGroupReferencing { get; init; }

    /// <summary>Whether it carries packets (state available or modifying).</summary>
    public bool Functional { get; init; } = true;

    /// <summary>When it was made, as a number: of VPCs that announce one block, the first attached has it.</summary>
    public long Since { get; init; }

    /// <summary>The route table that decides for packets that come in by it; null where none is associated.</summary>
    public string? RouteTableId { get; init; }

    /// <summary>The route tables that learn its routes: a VPC's blocks, or what a VPN connection announces.</summary>
    public IReadOnlyList<string> PropagatesTo { get; init; } = [];
}
