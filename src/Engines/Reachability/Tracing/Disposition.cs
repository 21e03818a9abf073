namespace Orrery.Engines.Reachability.Tracing;

/// <summary>How a trace ended. Everything but <see cref="Delivered"/> means that the flow does not work.</summary>
public enum Disposition
{
    /// <summary>The packet reached its destination and, where there is one, the reply came back.</summary>
    Delivered,

    /// <summary>No interface, instance or gateway answers to the named source, or several do.</summary>
    SourceUnknown,

    /// <summary>No interface, instance or gateway answers to the named destination.</summary>
    DestinationUnknown,

    /// <summary>The named source or destination exists but is nothing that sends or receives.</summary>
    Unsupported,

    /// <summary>The ends have no address family in common, or the source has no address of the destination's.</summary>
    NoCommonAddress,

    /// <summary>An end, or a gateway on the way, is there but not working (stopped, pending, failed).</summary>
    NotFunctional,

    /// <summary>No rule of a security group allows the packet.</summary>
    DeniedBySecurityGroup,

    /// <summary>A network ACL drops the packet.</summary>
    DeniedByNetworkAcl,

    /// <summary>A route table has no route to the packet's destination.</summary>
    NoRoute,

    /// <summary>The route's target is gone, detached or not active.</summary>
    Blackhole,

    /// <summary>An interface that packets should pass through still checks that they are from or to itself.</summary>
    SourceDestCheck,

    /// <summary>No public IPv4 address is there to translate to or from.</summary>
    NoPublicAddress,

    /// <summary>The VPC that the packet should enter from the internet has no internet gateway.</summary>
    NoInternetGateway,

    /// <summary>A gateway does not take this protocol or these addresses.</summary>
    GatewayRefused,

    /// <summary>The way in exists for replies only: a NAT gateway or an egress-only internet gateway.</summary>
    InboundNotAllowed,

    /// <summary>The packet would cross a VPC that neither end is in.</summary>
    NotTransitive,

    /// <summary>The packet arrived in the right network, where nobody has its destination address.</summary>
    NoSuchAddress,

    /// <summary>The packet or the reply arrived at somebody else, or not as the answer to what was asked.</summary>
    Misrouted,

    /// <summary>The packet came by the same appliance or gateway twice.</summary>
    Loop,

    /// <summary>
    /// The attachment to the transit gateway has no subnet in the zone that the packet comes from.
    /// </summary>
    ZoneNotAttached,
}
