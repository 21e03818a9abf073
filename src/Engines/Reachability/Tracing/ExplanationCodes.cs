namespace Orrery.Engines.Reachability.Tracing;

/// <summary>
/// Why a packet was dropped: the codes of AWS's page "Reachability Analyzer explanation codes" that this engine gives.
/// The README lists the whole page and what each code means here.
/// </summary>
public static class ExplanationCodes
{
    /// <summary>The component is there but not working.</summary>
    public const string BadState = "BAD_STATE";

    /// <summary>The attachment between two components is not working.</summary>
    public const string BadStateAttachment = "BAD_STATE_ATTACHMENT";

    /// <summary>The route's target is gone, detached or not active (a blackhole).</summary>
    public const string BadStateRoute = "BAD_STATE_ROUTE";

    /// <summary>The VPN connection of a virtual private gateway is not available, or no tunnel of it is up.</summary>
    public const string BadStateVpn = "BAD_STATE_VPN";

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

    /// <summary>
    /// A rule that names a security group does not match, since an attachment to the transit gateway does not allow it.
    /// </summary>
    public const string SgReferencingSupport = "SG_REFERENCING_SUPPORT";

    /// <summary>The subnet's network ACL drops the packet.</summary>
    public const string SubnetAclRestriction = "SUBNET_ACL_RESTRICTION";

    /// <summary>The attachment is associated with no route table of its transit gateway.</summary>
    public const string TgwAttachMissingAssociation = "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION";

    /// <summary>The VPN connection of a transit gateway is not available, or no tunnel of it is up.</summary>
    public const string TgwBadStateVpn = "TGW_BAD_STATE_VPN";

    /// <summary>The attachment to the transit gateway has no subnet in the zone that the packet comes from.</summary>
    public const string TgwRouteAzRestriction = "TGW_ROUTE_AZ_RESTRICTION";

    /// <summary>
    /// The transit gateway's route is a blackhole, wanted or because its attachment is gone or not working.
    /// </summary>
    public const string TgwRtbBadStateRoute = "TGW_RTB_BAD_STATE_ROUTE";

    /// <summary>The transit gateway's route table has no route that matches.</summary>
    public const string TgwRtbNoRoute = "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT";

    /// <summary>The ends have no address family in common.</summary>
    public const string UnassociatedComponent = "UNASSOCIATED_COMPONENT";

    /// <summary>The resource is nothing that a flow can begin or end at.</summary>
    public const string UnsupportedComponent = "UNSUPPORTED_COMPONENT";

    /// <summary>A virtual private gateway sends only for addresses of interfaces of its VPC.</summary>
    public const string VgwPrivateIpForEgress = "VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS";

    /// <summary>A virtual private gateway lets in only what is for an address of an interface of its VPC.</summary>
    public const string VgwPrivateIpForIngress = "VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS";

    /// <summary>A gateway endpoint serves only the addresses of its prefix list.</summary>
    public const string VpceGatewaySourceAddress = "VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION";

    /// <summary>A gateway endpoint takes TCP and ICMP echo only.</summary>
    public const string VpceGatewayProtocol = "VPCE_GATEWAY_PROTOCOL_RESTRICTION";

    /// <summary>A VPC endpoint begins no connection into its VPC.</summary>
    public const string VpceIntraVpcTraffic = "VPCE_INTRA_VPC_TRAFFIC";
}
