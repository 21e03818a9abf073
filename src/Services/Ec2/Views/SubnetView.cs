using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A subnet as the API writes it.</summary>
internal static class SubnetView
{
    /// <summary>The subnet with its tags; its free addresses are counted from what is in it.</summary>
    public static Subnet Of(SubnetRecord subnet, ReadCall call) => new()
    {
        SubnetId = subnet.Id.Value,
        SubnetArn = Arn(subnet, call),
        OwnerId = call.Account,
        VpcId = subnet.VpcId.Value,
        AvailabilityZone = subnet.AvailabilityZone,
        AvailabilityZoneId = subnet.AvailabilityZoneId,
        CidrBlock = subnet.Cidr?.ToString(),
        Ipv6CidrBlockAssociationSet = [.. subnet.Ipv6Cidrs.Select(CidrOf)],
        AvailableIpAddressCount = Free(subnet, call),
        DefaultForAz = subnet.DefaultForAz,
        MapPublicIpOnLaunch = subnet.MapPublicIpOnLaunch,
        MapCustomerOwnedIpOnLaunch = false,
        AssignIpv6AddressOnCreation = subnet.AssignIpv6AddressOnCreation,
        EnableDns64 = subnet.EnableDns64,
        Ipv6Native = subnet.Ipv6Native,
        PrivateDnsNameOptionsOnLaunch = new()
        {
            HostnameType = subnet.PrivateDnsHostnameType,
            EnableResourceNameDnsARecord = subnet.EnableResourceNameDnsARecord,
            EnableResourceNameDnsAAAARecord = subnet.EnableResourceNameDnsAaaaRecord,
        },
        State = subnet.AvailableAt <= call.Now ? SubnetState.Available : SubnetState.Pending,
        Tags = TagStore.View(call, subnet.Id.Value),
    };

    /// <summary>An IPv6 association.</summary>
    public static SubnetIpv6CidrBlockAssociation CidrOf(SubnetIpv6CidrRecord cidr) =>
        CidrOf(cidr, SubnetCidrBlockStateCode.Associated);

    /// <summary>An IPv6 association in a state.</summary>
    public static SubnetIpv6CidrBlockAssociation CidrOf(SubnetIpv6CidrRecord cidr, SubnetCidrBlockStateCode state) =>
        new()
    {
        AssociationId = cidr.AssociationId,
        Ipv6CidrBlock = cidr.Cidr.ToString(),
        Ipv6CidrBlockState = new() { State = state },
        Ipv6AddressAttribute = Ipv6AddressAttribute.Public,
        IpSource = IpSource.Amazon,
    };

    /// <summary>The ARN of a subnet.</summary>
    public static string Arn(SubnetRecord subnet, ReadCall call) =>
        $"arn:aws:ec2:{call.Region}:{call.Account}:subnet/{subnet.Id}";

    /// <summary>How many IPv4 addresses are unused.</summary>
    public static int Free(SubnetRecord subnet, ReadCall call) => new SubnetAddresses(call, subnet).FreeIpv4;
}
