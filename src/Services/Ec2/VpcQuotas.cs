using Orrery.Contracts;

namespace Orrery.Services.Ec2;

/// <summary>
/// The quotas of a VPC network: codes, names and defaults. Source: Amazon VPC User Guide, "Amazon VPC quotas", and the
/// console of Service Quotas.
/// </summary>
internal static class VpcQuotas
{
    public static readonly Quota Vpcs = new("L-F678F1CE", "VPCs per Region", 5);
    public static readonly Quota Ipv4Cidrs = new("L-83CA0A9D", "IPv4 CIDR blocks per VPC", 5);
    public static readonly Quota Ipv6Cidrs = new("L-085A6257", "IPv6 CIDR blocks per VPC", 5);
    public static readonly Quota Subnets = new("L-407747CB", "Subnets per VPC", 200);
    public static readonly Quota NetworkInterfaces = new("L-DF5E4CA3", "Network interfaces per Region", 5000);
    public static readonly Quota GroupsPerInterface = new("L-2AFB9258", "Security groups per network interface", 5);
    public static readonly Quota ElasticIps = new("L-0263D0A3", "EC2-VPC Elastic IPs", 5);
    public static readonly Quota InternetGateways = new("L-A4707A72", "Internet gateways per Region", 5);
    public static readonly Quota EgressOnlyInternetGateways =
        new("L-45FE3B85", "Egress-only internet gateways per Region", 5);

    public static readonly Quota VpnGateways = new("L-7029FAB6", "Virtual private gateways per Region", 5);
    public static readonly Quota NatGateways = new("L-FE5A380F", "NAT gateways per Availability Zone", 5);
    public static readonly Quota NatGatewayElasticIps =
        new("L-5F53652F", "Elastic IP addresses per public NAT gateway", 2);

    public static readonly Quota NatGatewayPrivateIps =
        new("L-DFA99DE7", "Private IP address quota per NAT gateway", 8);

    public static readonly Quota RouteTables = new("L-589F43AA", "Route tables per VPC", 200);
    public static readonly Quota RoutesPerTable = new("L-93826ACB", "Routes per route table", 500);
    public static readonly Quota NetworkAcls = new("L-B4A6D682", "Network ACLs per VPC", 200);
    public static readonly Quota SecurityGroups = new("L-E79EC296", "VPC security groups per Region", 2500);
    public static readonly Quota RulesPerGroup =
        new("L-0EA8095F", "Inbound or outbound rules per security group", 60);
    public static readonly Quota AclEntries = new("L-2AEEBF1A", "Rules per network ACL", 20);
    public static readonly Quota OutstandingPeerings =
        new("L-DC9F7029", "Outstanding VPC peering connection requests", 25);

    public static readonly Quota ActivePeerings = new("L-7E9ECCDB", "Active VPC peering connections per VPC", 50);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All =
    [
        Vpcs, Ipv4Cidrs, Ipv6Cidrs, Subnets, NetworkInterfaces, GroupsPerInterface, ElasticIps, InternetGateways,
        EgressOnlyInternetGateways, VpnGateways, NatGateways, NatGatewayElasticIps, NatGatewayPrivateIps, RouteTables,
        RoutesPerTable, NetworkAcls, SecurityGroups, RulesPerGroup, AclEntries, OutstandingPeerings, ActivePeerings,
    ];
}
