namespace Orrery.Engines.Reachability.Tracing;

/// <summary>
/// Why a packet was dropped: the codes of AWS's page "Reachability Analyzer explanation codes" that this engine gives.
/// The README lists the whole page and what each code means here.
/// </summary>
public static class ExplanationCodes
{
    /// <summary>The component is there but not working.</summary>
    public const string BadState = "BAD_STATE";

    /// <summary>The route's target is gone, detached or not active (a blackhole).</summary>
    public const string BadStateRoute = "BAD_STATE_ROUTE";

    /// <summary>The address is not one of the interface's own.</summary>
    public const string EniAddressRestriction = "ENI_ADDRESS_RESTRICTION";

    /// <summary>No rule of the interface's security groups allows the packet.</summary>
    public const string EniSgRulesMismatch = "ENI_SG_RULES_MISMATCH";

    /// <summary>The interface's source/destination check drops what is not from or to its own addresses.</summary>
    public const string EniSourceDestCheckRestriction = "ENI_SOURCE_DEST_CHECK_RESTRICTION";

    /// <summary>The source address is not of the VPC that the packet comes from.</summary>
    public const string GatewayRejectsSpoofedTraffic = "GATEWAY_REJECTS_SPOOFED_TRAFFIC";

    /// <summary>An internet gateway does not send to private addresses (RFC 1918).</summary>
    public const string IgwDestinationPrivate = "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS";

    /// <summary>An internet gateway does not send to shared addresses (RFC 6598).</summary>
    public const string IgwDestinationShared = "IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS";

    /// <summary>From the internet only public addresses can be named.</summary>
    public const string IgwExpectsPublicAddress = "IGW_EXPECTS_PUBLIC_ADDRESS";

    /// <summary>No interface of the VPC has a public address by which the internet could reach it.</summary>
    public const string IgwPrivateIpAssociationForIngress = "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS";

    /// <summary>The source address has no public address beside it.</summary>
    public const string IgwPublicIpAssociationForEgress = "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS";

    /// <summary>A NAT gateway serves only what begins in its own VPC.</summary>
    public const string NgwRequiresSourceInVpc = "NGW_REQUIRES_SOURCE_IN_VPC";

    /// <summary>A NAT gateway gives its own source address, so a reply sent through it is no reply.</summary>
    public const string NgwSourceAddressReassign = "NGW_SOURCE_ADDRESS_REASSIGN";

    /// <summary>There is no path between the ends.</summary>
    public const string NoPath = "NO_PATH";

    /// <summary>The packet arrives where nobody has its destination address.</summary>
    public const string NoPossibleDestination = "NO_POSSIBLE_DESTINATION";

    /// <summary>The route table has no route that matches.</summary>
    public const string NoRouteToDestination = "NO_ROUTE_TO_DESTINATION";

    /// <summary>The source or destination does not exist.</summary>
    public const string NoSourceOrDestination = "NO_SOURCE_OR_DESTINATION";

    /// <summary>A peering connection carries only what is for the peer VPC itself: it is not transitive.</summary>
    public const string PcxRequiresAddressInVpcCidr = "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR";

    /// <summary>The component does not take this protocol.</summary>
    public const string ProtocolRestriction = "PROTOCOL_RESTRICTION";

    /// <summary>The interface's security groups have no rule for this direction.</summary>
    public const string SgHasNoRules = "SG_HAS_NO_RULES";

    /// <summary>A rule that names a security group does not match what comes through an appliance.</summary>
    public const string SgReferencesNotPreserved = "SG_REFERENCES_NOT_PRESERVED";

    /// <summary>The subnet's network ACL drops the packet.</summary>
    public const string SubnetAclRestriction = "SUBNET_ACL_RESTRICTION";

    /// <summary>The ends have no address family in common.</summary>
    public const string UnassociatedComponent = "UNASSOCIATED_COMPONENT";

    /// <summary>The resource is nothing that a flow can begin or end at.</summary>
    public const string UnsupportedComponent = "UNSUPPORTED_COMPONENT";
}
