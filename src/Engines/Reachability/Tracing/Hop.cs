using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Tracing;

/// <summary>A component that a packet came to, and what it did and why.</summary>
/// <param name="Kind">The kind of component.</param>
/// <param name="Id">Its resource id; <c>internet</c> for the internet.</param>
/// <param name="Action">What it did.</param>
/// <param name="Packet">The packet as it came.</param>
public sealed record Hop(HopKind Kind, string Id, HopAction Action, Packet Packet)
{
    /// <summary>The packet as it went on, where addresses or ports were translated.</summary>
    public Packet? Translated { get; init; }

    /// <summary>Whether a rule or entry looked at what comes in or at what goes out.</summary>
    public TrafficDirection? Direction { get; init; }

    /// <summary>The VPC that the component is in (for a peering connection: that the packet leaves).</summary>
    public string? VpcId { get; init; }

    /// <summary>The subnet whose border, table or interface this is; null at gateways.</summary>
    public string? SubnetId { get; init; }

    /// <summary>The interface whose security group was asked.</summary>
    public string? InterfaceId { get; init; }

    /// <summary>The route that decided.</summary>
    public Route? Route { get; init; }

    /// <summary>The block of that route that matched (one of many, where a prefix list is the destination).</summary>
    public Cidr? RouteBlock { get; init; }

    /// <summary>The transit gateway that an attachment or table belongs to (for a peering: that is left).</summary>
    public string? TransitGatewayId { get; init; }

    /// <summary>The route of a transit gateway that decided.</summary>
    public TransitGatewayRoute? TransitRoute { get; init; }

    /// <summary>Whether that route was propagated by its attachment.</summary>
    public bool Propagated { get; init; }

    /// <summary>The security group rule that decided; null where none matched or the packet was tracked.</summary>
    public SecurityGroupRule? Rule { get; init; }

    /// <summary>The ACL entry that decided; null where none matched, which drops.</summary>
    public NetworkAclEntry? Entry { get; init; }

    /// <summary>For a drop where nobody has the destination: what AWS keeps that address for, if it does.</summary>
    public ReservedAddress? Reserved { get; init; }

    /// <summary>For a drop: AWS's explanation code, see <see cref="ExplanationCodes"/>.</summary>
    public string? Code { get; init; }
}
