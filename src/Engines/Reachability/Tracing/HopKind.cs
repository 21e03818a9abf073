namespace Orrery.Engines.Reachability.Tracing;

/// <summary>What kind of component a hop is.</summary>
public enum HopKind
{
    /// <summary>The internet: everything beyond the gateways.</summary>
    Internet,

    /// <summary>A network interface: an end, or an appliance on the way.</summary>
    NetworkInterface,

    /// <summary>A security group of an interface.</summary>
    SecurityGroup,

    /// <summary>The network ACL of a subnet.</summary>
    NetworkAcl,

    /// <summary>The route table of a subnet or gateway.</summary>
    RouteTable,

    /// <summary>An internet gateway.</summary>
    InternetGateway,

    /// <summary>An egress-only internet gateway.</summary>
    EgressOnlyInternetGateway,

    /// <summary>A NAT gateway.</summary>
    NatGateway,

    /// <summary>A VPC peering connection.</summary>
    VpcPeering,

    /// <summary>The attachment of a VPC or VPN connection to a transit gateway.</summary>
    TransitGatewayAttachment,

    /// <summary>A route table of a transit gateway.</summary>
    TransitGatewayRouteTable,

    /// <summary>The attachment between two transit gateways.</summary>
    TransitGatewayPeering,

    /// <summary>A virtual private gateway.</summary>
    VpnGateway,

    /// <summary>A Site-to-Site VPN connection.</summary>
    VpnConnection,

    /// <summary>A customer's network behind a customer gateway; its id is that of the customer gateway.</summary>
    OnPremises,

    /// <summary>A VPC endpoint.</summary>
    VpcEndpoint,

    /// <summary>What answers by the host itself: the VPC's resolver, instance metadata, time, its router.</summary>
    HostService,
}
