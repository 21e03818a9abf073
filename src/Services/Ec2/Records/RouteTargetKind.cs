namespace Orrery.Services.Ec2.Records;

/// <summary>What a route points to. Persisted by name: names are never changed.</summary>
public enum RouteTargetKind
{
    /// <summary>The VPC itself.</summary>
    Local,

    /// <summary>An internet gateway.</summary>
    InternetGateway,

    /// <summary>A virtual private gateway.</summary>
    VpnGateway,

    /// <summary>An egress-only internet gateway.</summary>
    EgressOnlyInternetGateway,

    /// <summary>A NAT gateway.</summary>
    NatGateway,

    /// <summary>A network interface.</summary>
    NetworkInterface,

    /// <summary>A VPC peering connection.</summary>
    VpcPeeringConnection,

    /// <summary>A gateway endpoint.</summary>
    VpcEndpoint,

    /// <summary>A transit gateway.</summary>
    TransitGateway,
}
