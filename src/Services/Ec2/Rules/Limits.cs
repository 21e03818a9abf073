using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Sharing;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Quotas of a VPC network: their Service Quotas codes and defaults. Source: Amazon VPC User Guide, "Amazon VPC
/// quotas".
/// </summary>
internal static class Limits
{
    /// <summary>Refuses one more VPC than the region may hold.</summary>
    public static void CheckVpcs(Call call) => call.Hold(
        VpcQuotas.Vpcs, call.Read(Tables.Vpcs).Count, _ =>
            new("VpcLimitExceeded", "The maximum number of VPCs has been reached."));

    /// <summary>Refuses one more IPv4 block than a VPC may have, the primary one counting.</summary>
    public static void CheckIpv4Cidrs(Call call, VpcRecord vpc) => call.Hold(
        VpcQuotas.Ipv4Cidrs, vpc.Cidrs.Length, limit => CidrLimit(vpc, limit));

    /// <summary>Refuses one more IPv6 block than a VPC may have.</summary>
    public static void CheckIpv6Cidrs(Call call, VpcRecord vpc) => call.Hold(
        VpcQuotas.Ipv6Cidrs, vpc.Ipv6Cidrs.Length, limit => CidrLimit(vpc, limit));

    /// <summary>Refuses one more subnet than a VPC may have.</summary>
    public static void CheckSubnets(Call call, VpcId vpc) => call.Hold(
        VpcQuotas.Subnets, call.Read(Tables.Subnets).CountBy(Tables.SubnetsByVpc, vpc.Value), _ =>
            new("SubnetLimitExceeded", $"The maximum number of subnets in the VPC '{vpc}' has been reached."));

    /// <summary>Refuses one more network interface than the region may hold.</summary>
    public static void CheckNetworkInterfaces(Call call) => call.Hold(
        VpcQuotas.NetworkInterfaces, call.Read(Tables.NetworkInterfaces).Count, _ =>
            new("NetworkInterfaceLimitExceeded", "The maximum number of network interfaces has been reached."));

    /// <summary>Refuses more security groups than one interface may have.</summary>
    public static void CheckGroupsPerInterface(ReadCall call, int groups) => call.Hold(
        VpcQuotas.GroupsPerInterface, groups - 1, limit => new(
            "SecurityGroupsPerInterfaceLimitExceeded",
            $"You cannot assign more than {limit} security groups to a network interface."));

    /// <summary>How many security groups one interface may have.</summary>
    public static int MaxGroupsPerInterface(ReadCall call) => call.LimitOf(VpcQuotas.GroupsPerInterface);

    /// <summary>Refuses one more Elastic IP address than the region may hold.</summary>
    public static void CheckAddresses(Call call) => call.Hold(
        VpcQuotas.ElasticIps, call.Read(Tables.Addresses).Count, _ =>
            new("AddressLimitExceeded", "The maximum number of addresses has been reached."));

    /// <summary>How many Elastic IP addresses the region may hold.</summary>
    public static int MaxAddresses(ReadCall call) => call.LimitOf(VpcQuotas.ElasticIps);

    /// <summary>Refuses one more internet gateway than the region may hold: as many as VPCs, at least.</summary>
    public static void CheckInternetGateways(Call call) => CheckPerVpc(
        call, VpcQuotas.InternetGateways, call.Read(Tables.InternetGateways).Count, _ =>
            new("InternetGatewayLimitExceeded", "The maximum number of internet gateways has been reached."));

    /// <summary>Refuses one more egress-only internet gateway than the region may hold. The code is guessed.</summary>
    public static void CheckEgressOnlyInternetGateways(Call call) => CheckPerVpc(
        call, VpcQuotas.EgressOnlyInternetGateways, call.Read(Tables.EgressOnlyInternetGateways).Count, _ =>
            new(
                "EgressOnlyInternetGatewayLimitExceeded",
                "The maximum number of egress-only internet gateways has been reached."));

    /// <summary>Refuses one more virtual private gateway than the region may hold (Site-to-Site VPN quotas).</summary>
    public static void CheckVpnGateways(Call call) => call.Hold(
        VpcQuotas.VpnGateways, call.Read(Tables.VpnGateways).All().Count(g => g.DeletedAt is null), _ =>
            new("VpnGatewayLimitExceeded", "The maximum number of virtual private gateways has been reached."));

    /// <summary>Refuses one more NAT gateway than a zone may hold; failed and deleted ones do not count.</summary>
    public static void CheckNatGateways(Call call, string zone) => call.Hold(
        VpcQuotas.NatGateways,
        call.Read(Tables.NatGateways).All().Count(g =>
            NatGatewayRules.Exists(g) && call.Read(Tables.Subnets).Find(g.SubnetId)?.AvailabilityZone == zone),
        limit => new(
            "NatGatewayLimitExceeded", $"Performing this operation would exceed the limit of {limit} NAT gateways"));

    /// <summary>Refuses more Elastic IP addresses than a public NAT gateway may have. The code is guessed.</summary>
    public static void CheckNatGatewayElasticIps(ReadCall call, int wanted) => call.Hold(
        VpcQuotas.NatGatewayElasticIps, wanted - 1, limit =>
            new("AddressLimitExceeded", $"A NAT gateway can have no more than {limit} Elastic IP addresses."));

    /// <summary>Refuses more private addresses than a NAT gateway may have.</summary>
    public static void CheckNatGatewayPrivateIps(ReadCall call, int wanted) => call.Hold(
        VpcQuotas.NatGatewayPrivateIps, wanted - 1, limit =>
            new("PrivateIpAddressLimitExceeded", $"A NAT gateway can have no more than {limit} private IP addresses."));

    /// <summary>Refuses one more route table than a VPC may have, the main one counting.</summary>
    public static void CheckRouteTables(Call call, VpcId vpc) => call.Hold(
        VpcQuotas.RouteTables, call.Read(Tables.RouteTables).CountBy(Tables.RouteTablesByVpc, vpc.Value), _ =>
            new("RouteTableLimitExceeded", $"The maximum number of route tables in the VPC '{vpc}' has been reached."));

    /// <summary>
    /// Refuses more routes than a table may hold, each family for itself, a prefix list counting with its size.
    /// </summary>
    public static void CheckRoutes(Call call, RouteTableRecord table, RouteDestination more) => call.Hold(
        VpcQuotas.RoutesPerTable, RouteWeights.Of(call, table, more.IsV6) + more.Weight - 1, limit =>
            new("RouteLimitExceeded", $"The route table '{table.Id}' can hold no more than {limit} routes."));

    /// <summary>How many routes of one family a table may hold (500 since June 2025).</summary>
    public static int MaxRoutes(ReadCall call) => call.LimitOf(VpcQuotas.RoutesPerTable);

    /// <summary>How many rules of one direction and family a security group may have.</summary>
    public static int MaxRulesPerGroup(ReadCall call) => call.LimitOf(VpcQuotas.RulesPerGroup);

    /// <summary>
    /// Refuses one more prefix list of one's own than the region may hold; no request raises this quota.
    /// </summary>
    public static void CheckPrefixLists(Call call)
    {
        // The quota is documented, its error is not: guessed.
        if (call.Read(Tables.PrefixLists).All().Count(PrefixListRules.IsCustomers) >= 100)
        {
            throw new ServiceException(
                "PrefixListLimitExceeded", "The maximum number of prefix lists has been reached.");
        }
    }

    /// <summary>Refuses one more network ACL than the VPC may have.</summary>
    public static void CheckNetworkAcls(Call call, VpcId vpc) => call.Hold(
        VpcQuotas.NetworkAcls,
        call.Read(Tables.NetworkAcls).CountBy(Tables.NetworkAclsByVpc, vpc.Value),
        _ => new("NetworkAclLimitExceeded", $"The maximum number of network acls has been reached for {vpc}."));

    /// <summary>Refuses one more security group than the region may have.</summary>
    public static void CheckSecurityGroups(Call call) => call.Hold(
        VpcQuotas.SecurityGroups,
        call.Read(Tables.SecurityGroups).Count,
        _ => new("SecurityGroupLimitExceeded", "The maximum number of security groups has been reached."));

    /// <summary>
    /// Refuses more rules in one direction of a group than it may have: counted apart for IPv4 and IPv6, a prefix list
    /// counting as its maximum of entries. A referenced group counts for both.
    /// </summary>
    public static void CheckRules(ReadCall call, IReadOnlyList<SecurityGroups.RuleSpec> rules)
    {
        int Weight(SecurityGroups.RuleSpec rule) => rule.PrefixListId is { } list
            ? SharedLists.Known(call, list)?.MaxEntries ?? 0
            : 1;
        var ipv4 = rules.Where(rule => rule.Cidr is not { IsV6: true }).Sum(Weight);
        var ipv6 = rules.Where(rule => rule.Cidr is not { IsV6: false }).Sum(Weight);
        call.Hold(
            VpcQuotas.RulesPerGroup,
            Math.Max(ipv4, ipv6) - 1,
            _ => new(
                "RulesPerSecurityGroupLimitExceeded",
                "The maximum number of rules per security group has been reached."));
    }

    // Amazon VPC quotas: "Increasing this quota increases the quota on internet gateways per Region by the same amount"
    private static void CheckPerVpc(ReadCall call, Quota quota, long used, Func<int, ServiceException> refusal)
    {
        var perRegion = call.LimitOf(VpcQuotas.Vpcs);
        call.Hold(quota with { Standard = Math.Max(quota.Standard, perRegion) }, used, refusal);
    }

    private static ServiceException CidrLimit(VpcRecord vpc, int limit) => new(
        "CidrLimitExceeded", $"This network '{vpc.Id}' has met its maximum number of allowed CIDRs: {limit}");
}
