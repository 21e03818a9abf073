using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Kinds;

/// <summary>
/// Every kind of resource that EC2 serves. Codes: "Error codes for the Amazon EC2 API"; tag types: the ResourceType
/// enumeration of the EC2 model.
/// </summary>
internal static class Ec2Kinds
{
    public static readonly TableKind<VpcId, VpcRecord> Vpc = new(
        Tables.Vpcs, "vpc", new("InvalidVpcID.NotFound", "InvalidVpcID.Malformed", "vpc ID"));

    public static readonly TableKind<SubnetId, SubnetRecord> Subnet = new(
        Tables.Subnets, "subnet", new("InvalidSubnetID.NotFound", "InvalidSubnetID.Malformed", "subnet ID"));

    public static readonly TableKind<SubnetCidrReservationId, SubnetCidrReservationRecord> SubnetCidrReservation = new(
        Tables.SubnetCidrReservations,
        "subnet-cidr-reservation",
        new(
            "InvalidSubnetCidrReservationID.NotFound",
            "InvalidSubnetCidrReservationId.Malformed",
            "subnet CIDR reservation ID"));

    public static readonly TableKind<DhcpOptionsId, DhcpOptionsRecord> DhcpOptions = new(
        Tables.DhcpOptions,
        "dhcp-options",
        new("InvalidDhcpOptionID.NotFound", "InvalidDhcpOptionsId.Malformed", "dhcpOption ID"));

    public static readonly TableKind<InternetGatewayId, InternetGatewayRecord> InternetGateway = new(
        Tables.InternetGateways,
        "internet-gateway",
        new("InvalidInternetGatewayID.NotFound", "InvalidInternetGatewayId.Malformed", "internetGateway ID"));

    public static readonly TableKind<EgressOnlyInternetGatewayId, EgressOnlyInternetGatewayRecord>
        EgressOnlyInternetGateway = new(
            Tables.EgressOnlyInternetGateways,
            "egress-only-internet-gateway",
            new("InvalidGatewayID.NotFound", "InvalidEgressOnlyInternetGatewayId.Malformed", "eigw ID"));

    public static readonly TableKind<VpnGatewayId, VpnGatewayRecord> VpnGateway = new(
        Tables.VpnGateways,
        "vpn-gateway",
        new("InvalidVpnGatewayID.NotFound", "InvalidVpnGatewayId.Malformed", "vpnGateway ID"));

    public static readonly TableKind<NatGatewayId, NatGatewayRecord> NatGateway = new(
        Tables.NatGateways, "natgateway", new("NatGatewayNotFound", "NatGatewayMalformed", "Nat Gateway"));

    public static readonly TableKind<AllocationId, AddressRecord> Address = new(
        Tables.Addresses,
        "elastic-ip",
        new("InvalidAllocationID.NotFound", "InvalidAllocationID.Malformed", "allocation ID"));

    public static readonly TableKind<NetworkInterfaceId, NetworkInterfaceRecord> NetworkInterface = new(
        Tables.NetworkInterfaces,
        "network-interface",
        new("InvalidNetworkInterfaceID.NotFound", "InvalidNetworkInterfaceId.Malformed", "networkInterface ID"));

    public static readonly TableKind<RouteTableId, RouteTableRecord> RouteTable = new(
        Tables.RouteTables,
        "route-table",
        new("InvalidRouteTableID.NotFound", "InvalidRouteTableId.Malformed", "routeTable ID"));

    public static readonly TableKind<PrefixListId, PrefixListRecord> PrefixList = new(
        Tables.PrefixLists,
        "prefix-list",
        new("InvalidPrefixListID.NotFound", "InvalidPrefixListId.Malformed", "prefix list ID"));

    public static readonly TableKind<SecurityGroupId, SecurityGroupRecord> SecurityGroup = new(
        Tables.SecurityGroups, "security-group",
        new("InvalidGroup.NotFound", "InvalidGroupId.Malformed", "security group"));

    public static readonly TableKind<SecurityGroupRuleId, SecurityGroupRuleRecord> SecurityGroupRule = new(
        Tables.SecurityGroupRules,
        "security-group-rule",
        new("InvalidSecurityGroupRuleId.NotFound", "InvalidSecurityGroupRuleId.Malformed", "security group rule ID"));

    public static readonly TableKind<NetworkAclId, NetworkAclRecord> NetworkAcl = new(
        Tables.NetworkAcls,
        "network-acl",
        new("InvalidNetworkAclID.NotFound", "InvalidNetworkAclId.Malformed", "networkAcl ID"));

    public static readonly TableKind<VpcPeeringConnectionId, VpcPeeringConnectionRecord> VpcPeeringConnection = new(
        Tables.VpcPeeringConnections,
        "vpc-peering-connection",
        new(
            "InvalidVpcPeeringConnectionID.NotFound",
            "InvalidVpcPeeringConnectionId.Malformed",
            "vpcPeeringConnection ID"));

    public static readonly TableKind<NetworkInsightsPathId, NetworkInsightsPathRecord> NetworkInsightsPath = new(
        Tables.NetworkInsightsPaths,
        "network-insights-path",
        new(
            "InvalidNetworkInsightsPathId.NotFound",
            "InvalidNetworkInsightsPathId.Malformed",
            "networkInsightsPath ID"));

    public static readonly TableKind<NetworkInsightsAnalysisId, NetworkInsightsAnalysisRecord> NetworkInsightsAnalysis =
        new(
            Tables.NetworkInsightsAnalyses,
            "network-insights-analysis",
            new(
                "InvalidNetworkInsightsAnalysisId.NotFound",
                "InvalidNetworkInsightsAnalysisId.Malformed",
                "networkInsightsAnalysis ID"));

    /// <summary>All kinds; the prefixes differ.</summary>
    public static readonly IReadOnlyList<ResourceKind> All =
    [
        Vpc, Subnet, SubnetCidrReservation, DhcpOptions, InternetGateway, EgressOnlyInternetGateway, VpnGateway,
        NatGateway, Address, NetworkInterface, RouteTable, PrefixList, SecurityGroup, SecurityGroupRule, NetworkAcl,
        VpcPeeringConnection, NetworkInsightsPath, NetworkInsightsAnalysis,
        .. TransitKinds.All,
        .. VpnKinds.All,
        .. EndpointKinds.All,
        .. InstanceKinds.All,
        .. FlowLogKinds.All,
        .. AccessScopeKinds.All,
        .. VolumeKinds.All,
        .. LaunchKinds.All,
    ];

    private static readonly Dictionary<string, ResourceKind> ByPrefix = All.ToDictionary(k => k.Prefix);

    /// <summary>The kind that an id belongs to by its prefix, or null.</summary>
    public static ResourceKind? OfId(string id)
    {
        var (last, first) = (id.LastIndexOf('-'), id.IndexOf('-', StringComparison.Ordinal));
        return last <= 0 ? null
            : ByPrefix.GetValueOrDefault(id[..last]) ?? ByPrefix.GetValueOrDefault(id[..first]);
    }
}
