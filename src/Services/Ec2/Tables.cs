using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2;

/// <summary>The tables that EC2 owns, with their keys and indexes. Nobody else writes them.</summary>
internal static class Tables
{
    public static readonly Table<VpcId, VpcRecord> Vpcs =
        Table<VpcId, VpcRecord>.Resident("ec2.vpcs", r => r.Id, () => Ec2Json.Default.VpcRecord);

    public static readonly Index<VpcId, VpcRecord> VpcsByCidrAssociation =
        Vpcs.IndexMany("cidr-association", v => v.Cidrs.Concat(v.Ipv6Cidrs).Select(c => c.AssociationId));

    public static readonly Table<SubnetId, SubnetRecord> Subnets =
        Table<SubnetId, SubnetRecord>.Resident("ec2.subnets", r => r.Id, () => Ec2Json.Default.SubnetRecord);

    public static readonly Index<SubnetId, SubnetRecord> SubnetsByVpc =
        Subnets.Index("vpc", s => s.VpcId.Value);

    public static readonly Index<SubnetId, SubnetRecord> SubnetsByCidrAssociation =
        Subnets.IndexMany("cidr-association", s => s.Ipv6Cidrs.Select(c => c.AssociationId));

    public static readonly Table<SubnetCidrReservationId, SubnetCidrReservationRecord> SubnetCidrReservations =
        Table<SubnetCidrReservationId, SubnetCidrReservationRecord>.Resident(
            "ec2.subnet-cidr-reservations", r => r.Id, () => Ec2Json.Default.SubnetCidrReservationRecord);

    public static readonly Index<SubnetCidrReservationId, SubnetCidrReservationRecord> ReservationsBySubnet =
        SubnetCidrReservations.Index("subnet", r => r.SubnetId.Value);

    public static readonly Table<DhcpOptionsId, DhcpOptionsRecord> DhcpOptions =
        Table<DhcpOptionsId, DhcpOptionsRecord>.Resident(
            "ec2.dhcp-options", r => r.Id, () => Ec2Json.Default.DhcpOptionsRecord);

    public static readonly Table<InternetGatewayId, InternetGatewayRecord> InternetGateways =
        Table<InternetGatewayId, InternetGatewayRecord>.Resident(
            "ec2.internet-gateways", r => r.Id, () => Ec2Json.Default.InternetGatewayRecord);

    public static readonly Index<InternetGatewayId, InternetGatewayRecord> InternetGatewaysByVpc =
        InternetGateways.Index("vpc", g => g.VpcId?.Value);

    public static readonly Table<EgressOnlyInternetGatewayId, EgressOnlyInternetGatewayRecord>
        EgressOnlyInternetGateways = Table<EgressOnlyInternetGatewayId, EgressOnlyInternetGatewayRecord>.Resident(
            "ec2.egress-only-internet-gateways", r => r.Id, () => Ec2Json.Default.EgressOnlyInternetGatewayRecord);

    public static readonly Index<EgressOnlyInternetGatewayId, EgressOnlyInternetGatewayRecord>
        EgressOnlyInternetGatewaysByVpc = EgressOnlyInternetGateways.Index("vpc", g => g.VpcId.Value);

    public static readonly Table<VpnGatewayId, VpnGatewayRecord> VpnGateways =
        Table<VpnGatewayId, VpnGatewayRecord>.Resident(
            "ec2.vpn-gateways", r => r.Id, () => Ec2Json.Default.VpnGatewayRecord);

    public static readonly Index<VpnGatewayId, VpnGatewayRecord> VpnGatewaysByVpc =
        VpnGateways.Index("vpc", g => g.VpcId?.Value);

    public static readonly Table<NatGatewayId, NatGatewayRecord> NatGateways =
        Table<NatGatewayId, NatGatewayRecord>.Resident(
            "ec2.nat-gateways", r => r.Id, () => Ec2Json.Default.NatGatewayRecord);

    public static readonly Index<NatGatewayId, NatGatewayRecord> NatGatewaysByVpc =
        NatGateways.Index("vpc", g => g.VpcId.Value);

    public static readonly Index<NatGatewayId, NatGatewayRecord> NatGatewaysBySubnet =
        NatGateways.Index("subnet", g => g.SubnetId.Value);

    public static readonly Table<AllocationId, AddressRecord> Addresses =
        Table<AllocationId, AddressRecord>.Resident("ec2.addresses", r => r.Id, () => Ec2Json.Default.AddressRecord);

    public static readonly Index<AllocationId, AddressRecord> AddressesByInterface =
        Addresses.Index("interface", a => a.NetworkInterfaceId?.Value);

    public static readonly Index<AllocationId, AddressRecord> AddressesByPublicIp =
        Addresses.Index("public-ip", a => a.PublicIp);

    public static readonly Index<AllocationId, AddressRecord> AddressesByAssociation =
        Addresses.Index("association", a => a.AssociationId);

    /// <summary>In the world's own scope.</summary>
    public static readonly Table<ResourceKey, PublicIpRecord> PublicIps =
        Table<ResourceKey, PublicIpRecord>.Resident(
            "ec2.public-ips", r => r.Address, () => Ec2Json.Default.PublicIpRecord);

    public static readonly Table<NetworkInterfaceId, NetworkInterfaceRecord> NetworkInterfaces =
        Table<NetworkInterfaceId, NetworkInterfaceRecord>.Resident(
            "ec2.network-interfaces", r => r.Id, () => Ec2Json.Default.NetworkInterfaceRecord);

    public static readonly Index<NetworkInterfaceId, NetworkInterfaceRecord> InterfacesByVpc =
        NetworkInterfaces.Index("vpc", i => i.VpcId.Value);

    public static readonly Index<NetworkInterfaceId, NetworkInterfaceRecord> InterfacesBySubnet =
        NetworkInterfaces.Index("subnet", i => i.SubnetId.Value);

    public static readonly Index<NetworkInterfaceId, NetworkInterfaceRecord> InterfacesByGroup =
        NetworkInterfaces.IndexMany("group", i => i.Groups.Select(g => g.Value));

    public static readonly Index<NetworkInterfaceId, NetworkInterfaceRecord> InterfacesByAddress =
        NetworkInterfaces.IndexMany("address", i => i.PrivateIps.Concat(i.Ipv6Addresses));

    /// <summary>By subnet and IPv4 address, in the order of addresses: <see cref="Rules.TakenIpv4"/>.</summary>
    public static readonly Index<NetworkInterfaceId, NetworkInterfaceRecord> InterfacesByIpv4 =
        NetworkInterfaces.IndexMany("subnet-ipv4", i =>
            i.PrivateIps.Select(ip => Rules.TakenIpv4.KeyOf(i.SubnetId, ip)));

    /// <summary>Those with prefixes, by subnet.</summary>
    public static readonly Index<NetworkInterfaceId, NetworkInterfaceRecord> InterfacesWithPrefixes =
        NetworkInterfaces.Index("subnet-prefixes", i =>
            i.Ipv4Prefixes.IsEmpty && i.Ipv6Prefixes.IsEmpty ? null : i.SubnetId.Value);

    public static readonly Table<RouteTableId, RouteTableRecord> RouteTables =
        Table<RouteTableId, RouteTableRecord>.Resident(
            "ec2.route-tables", r => r.Id, () => Ec2Json.Default.RouteTableRecord);

    public static readonly Index<RouteTableId, RouteTableRecord> RouteTablesByVpc =
        RouteTables.Index("vpc", t => t.VpcId.Value);

    public static readonly Index<RouteTableId, RouteTableRecord> RouteTablesByAssociated =
        RouteTables.IndexMany("associated", t =>
            t.Associations.Select(a => a.Main ? t.VpcId.Value : a.SubnetId?.Value ?? a.GatewayId!));

    public static readonly Index<RouteTableId, RouteTableRecord> RouteTablesByAssociation =
        RouteTables.IndexMany("association", t => t.Associations.Select(a => a.AssociationId));

    public static readonly Index<RouteTableId, RouteTableRecord> RouteTablesByTarget =
        RouteTables.IndexMany("target", t => t.Routes.Select(r => r.TargetId).Distinct(StringComparer.Ordinal));

    public static readonly Index<RouteTableId, RouteTableRecord> RouteTablesByPrefixList =
        RouteTables.IndexMany("prefix-list", t =>
            t.Routes.Select(r => r.DestinationPrefixListId?.Value).OfType<string>());

    public static readonly Table<PrefixListId, PrefixListRecord> PrefixLists =
        Table<PrefixListId, PrefixListRecord>.Resident(
            "ec2.prefix-lists", r => r.Id, () => Ec2Json.Default.PrefixListRecord);

    public static readonly Table<SecurityGroupId, SecurityGroupRecord> SecurityGroups =
        Table<SecurityGroupId, SecurityGroupRecord>.Resident(
            "ec2.security-groups", r => r.Id, () => Ec2Json.Default.SecurityGroupRecord);

    public static readonly Index<SecurityGroupId, SecurityGroupRecord> SecurityGroupsByVpc =
        SecurityGroups.Index("vpc", g => g.VpcId.Value);

    public static readonly Table<SecurityGroupRuleId, SecurityGroupRuleRecord> SecurityGroupRules =
        Table<SecurityGroupRuleId, SecurityGroupRuleRecord>.Resident(
            "ec2.security-group-rules", r => r.Id, () => Ec2Json.Default.SecurityGroupRuleRecord);

    public static readonly Index<SecurityGroupRuleId, SecurityGroupRuleRecord> RulesByGroup =
        SecurityGroupRules.Index("group", r => r.GroupId.Value);

    public static readonly Index<SecurityGroupRuleId, SecurityGroupRuleRecord> RulesByReferencedGroup =
        SecurityGroupRules.Index("referenced-group", r => r.ReferencedGroup?.GroupId.Value);

    public static readonly Index<SecurityGroupRuleId, SecurityGroupRuleRecord> RulesByPrefixList =
        SecurityGroupRules.Index("prefix-list", r => r.PrefixListId?.Value);

    public static readonly Table<NetworkAclId, NetworkAclRecord> NetworkAcls =
        Table<NetworkAclId, NetworkAclRecord>.Resident(
            "ec2.network-acls", r => r.Id, () => Ec2Json.Default.NetworkAclRecord);

    public static readonly Index<NetworkAclId, NetworkAclRecord> NetworkAclsByVpc =
        NetworkAcls.Index("vpc", a => a.VpcId.Value);

    public static readonly Index<NetworkAclId, NetworkAclRecord> NetworkAclsBySubnet =
        NetworkAcls.IndexMany("subnet", a => a.Associations.Select(x => x.SubnetId.Value));

    public static readonly Index<NetworkAclId, NetworkAclRecord> NetworkAclsByAssociation =
        NetworkAcls.IndexMany("association", a => a.Associations.Select(x => x.AssociationId));

    public static readonly Table<VpcPeeringConnectionId, VpcPeeringConnectionRecord> VpcPeeringConnections =
        Table<VpcPeeringConnectionId, VpcPeeringConnectionRecord>.Resident(
            "ec2.vpc-peering-connections", r => r.Id, () => Ec2Json.Default.VpcPeeringConnectionRecord);

    public static readonly Index<VpcPeeringConnectionId, VpcPeeringConnectionRecord> PeeringsByVpc =
        VpcPeeringConnections.IndexMany("vpc", p => new[] { p.Requester.VpcId.Value, p.Accepter.VpcId.Value });

    public static readonly Table<NetworkInsightsPathId, NetworkInsightsPathRecord> NetworkInsightsPaths =
        Table<NetworkInsightsPathId, NetworkInsightsPathRecord>.Resident(
            "ec2.network-insights-paths", r => r.Id, () => Ec2Json.Default.NetworkInsightsPathRecord);

    public static readonly Table<NetworkInsightsAnalysisId, NetworkInsightsAnalysisRecord> NetworkInsightsAnalyses =
        Table<NetworkInsightsAnalysisId, NetworkInsightsAnalysisRecord>.Resident(
            "ec2.network-insights-analyses", r => r.Id, () => Ec2Json.Default.NetworkInsightsAnalysisRecord);

    public static readonly Index<NetworkInsightsAnalysisId, NetworkInsightsAnalysisRecord> AnalysesByPath =
        NetworkInsightsAnalyses.Index("path", a => a.PathId.Value);

    public static readonly Table<ResourceKey, TagsRecord> Tags =
        Table<ResourceKey, TagsRecord>.Resident("ec2.tags", r => r.Id, () => Ec2Json.Default.TagsRecord);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All =
    [
        Vpcs,
        Subnets,
        SubnetCidrReservations,
        DhcpOptions,
        InternetGateways,
        EgressOnlyInternetGateways,
        VpnGateways,
        NatGateways,
        Addresses,
        PublicIps,
        NetworkInterfaces,
        RouteTables,
        PrefixLists,
        SecurityGroups,
        SecurityGroupRules,
        NetworkAcls,
        VpcPeeringConnections,
        NetworkInsightsPaths,
        NetworkInsightsAnalyses,
        Tags,
    ];
}
