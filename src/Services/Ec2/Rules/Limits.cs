using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules;

/// <summary>Quotas of a VPC network: their Service Quotas codes and defaults. Source: Amazon VPC User Guide, "Amazon VPC quotas".</summary>
internal static class Limits
{
    /// <summary>Refuses one more VPC than the region may hold.</summary>
    public static void CheckVpcs(Call call) => Check(
        call, new("L-F678F1CE", 5), call.Read(Tables.Vpcs).Count, _ =>
            new("VpcLimitExceeded", "The maximum number of VPCs has been reached."));

    /// <summary>Refuses one more IPv4 block than a VPC may have, the primary one counting.</summary>
    public static void CheckIpv4Cidrs(Call call, VpcRecord vpc) => Check(
        call, new("L-83CA0A9D", 5), vpc.Cidrs.Length, limit => CidrLimit(vpc, limit));

    /// <summary>Refuses one more IPv6 block than a VPC may have.</summary>
    public static void CheckIpv6Cidrs(Call call, VpcRecord vpc) => Check(
        call, new("L-085A6257", 5), vpc.Ipv6Cidrs.Length, limit => CidrLimit(vpc, limit));

    /// <summary>Refuses one more subnet than a VPC may have.</summary>
    public static void CheckSubnets(Call call, VpcId vpc) => Check(
        call, new("L-407747CB", 200), call.Read(Tables.Subnets).CountBy(Tables.SubnetsByVpc, vpc.Value), _ =>
            new("SubnetLimitExceeded", $"The maximum number of subnets in the VPC '{vpc}' has been reached."));

    /// <summary>Refuses one more network interface than the region may hold.</summary>
    public static void CheckNetworkInterfaces(Call call) => Check(
        call, new("L-DF5E4CA3", 5000), call.Read(Tables.NetworkInterfaces).Count, _ =>
            new("NetworkInterfaceLimitExceeded", "The maximum number of network interfaces has been reached."));

    /// <summary>Refuses more security groups than one interface may have.</summary>
    public static void CheckGroupsPerInterface(ReadCall call, int groups) => Check(
        call, GroupsPerInterface, groups - 1, limit => new(
            "SecurityGroupsPerInterfaceLimitExceeded",
            $"You cannot assign more than {limit} security groups to a network interface."));

    /// <summary>How many security groups one interface may have.</summary>
    public static int MaxGroupsPerInterface(ReadCall call) => InForce(call, GroupsPerInterface);

    /// <summary>Refuses one more Elastic IP address than the region may hold.</summary>
    public static void CheckAddresses(Call call) => Check(
        call, ElasticIpsPerRegion, call.Read(Tables.Addresses).Count, _ =>
            new("AddressLimitExceeded", "The maximum number of addresses has been reached."));

    /// <summary>How many Elastic IP addresses the region may hold.</summary>
    public static int MaxAddresses(ReadCall call) => InForce(call, ElasticIpsPerRegion);

    private static Quota GroupsPerInterface => new("L-2AFB9258", 5);

    private static Quota ElasticIpsPerRegion => new("L-0263D0A3", 5);

    private static int InForce(ReadCall call, Quota quota) => call.Port<IQuotas>().Limit(quota.Code, quota.Standard);

    private static void Check(ReadCall call, Quota quota, long used, Func<int, ServiceException> refusal)
    {
        var limit = InForce(call, quota);
        if (used >= limit)
        {
            throw refusal(limit);
        }
    }

    private static ServiceException CidrLimit(VpcRecord vpc, int limit) => new(
        "CidrLimitExceeded", $"This network '{vpc.Id}' has met its maximum number of allowed CIDRs: {limit}");

    private readonly record struct Quota(string Code, int Standard);
}
