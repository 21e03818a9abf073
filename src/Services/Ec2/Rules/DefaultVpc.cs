using Orrery.Contracts.Regions;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Makes the default VPC of a region: 172.31.0.0/16, a public /20 subnet in each zone, an internet gateway, a main
/// route
/// table that leads to it. Source: Amazon VPC User Guide, "Default VPCs".
/// </summary>
internal static class DefaultVpc
{
    private const int SubnetPrefixLength = 20;
    private static readonly Cidr Block = Cidr.Parse("172.31.0.0/16");

    /// <summary>Makes it, with the DHCP options that the region began with.</summary>
    public static VpcRecord Put(Call call)
    {
        var vpc = new VpcRecord
        {
            Id = call.NewId<VpcId>(),
            Cidrs = [VpcCidrs.New(call, Block)],
            DhcpOptionsId = DhcpRules.RegionDefault(call),
            InstanceTenancy = Tenancy.Default,
            IsDefault = true,
            EnableDnsSupport = true,
            EnableDnsHostnames = true,
            AvailableAt = call.Now,
        };
        VpcParts.Put(call, vpc);
        PutGateway(call, vpc);
        foreach (var zone in Zones.RegionOf(call).Zones)
        {
            PutSubnet(call, vpc, zone);
        }

        return vpc;
    }

    /// <summary>The default VPC of the region, or null.</summary>
    public static VpcRecord? Find(ReadCall call) => call.Read(Tables.Vpcs).All().FirstOrDefault(vpc => vpc.IsDefault);

    /// <summary>Makes the default subnet of a zone in the first free /20 of the default VPC.</summary>
    /// <exception cref="ServiceException">InvalidSubnet.Range: none is free.</exception>
    public static SubnetRecord PutSubnet(Call call, VpcRecord vpc, Zone zone)
    {
        var taken = SubnetRules.SubnetsOf(call, vpc.Id)
            .Where(s => s.Cidr is not null).Select(s => s.Cidr!.Value).ToList();
        var free = vpc.Cidrs.Where(c => c.Cidr.PrefixLength <= SubnetPrefixLength)
            .SelectMany(c => c.Cidr.Subnets(SubnetPrefixLength))
            .Where(cidr => !taken.Exists(cidr.Overlaps))
            .Select(cidr => (Cidr?)cidr)
            .FirstOrDefault();
        var subnet = New(call, vpc, zone) with
        {
            Cidr = free ?? throw NoRoom(vpc),
            MapPublicIpOnLaunch = true,
            PrivateDnsHostnameType = HostnameType.IpName,
        };
        SubnetParts.Put(call, subnet);
        return subnet;
    }

    /// <summary>Makes the default subnet of a zone for IPv6 only, in the first free /64.</summary>
    /// <exception cref="ServiceException">InvalidSubnet.Range: the VPC has no IPv6 block, or none is free.</exception>
    public static SubnetRecord PutIpv6OnlySubnet(Call call, VpcRecord vpc, Zone zone)
    {
        var taken = SubnetRules.Ipv6CidrsOf(call, vpc.Id).ToList();
        var free = vpc.Ipv6Cidrs.SelectMany(c => c.Cidr.Subnets(64))
            .Where(cidr => !taken.Exists(cidr.Overlaps))
            .Select(cidr => (Cidr?)cidr)
            .FirstOrDefault() ?? throw NoRoom(vpc);
        var subnet = New(call, vpc, zone) with
        {
            Ipv6Cidrs = [new() { AssociationId = call.NewId("subnet-cidr-assoc"), Cidr = free }],
            Ipv6Native = true,
            AssignIpv6AddressOnCreation = true,
            PrivateDnsHostnameType = HostnameType.ResourceName,
        };
        SubnetParts.Put(call, subnet);
        return subnet;
    }

    private static SubnetRecord New(Call call, VpcRecord vpc, Zone zone) => new()
    {
        Id = call.NewId<SubnetId>(),
        VpcId = vpc.Id,
        AvailabilityZone = zone.Name,
        AvailabilityZoneId = zone.Id,
        DefaultForAz = true,
        PrivateDnsHostnameType = HostnameType.IpName,
        AvailableAt = call.Now,
    };

    private static void PutGateway(Call call, VpcRecord vpc)
    {
        var gateway = new InternetGatewayRecord { Id = call.NewId<InternetGatewayId>(), VpcId = vpc.Id };
        call.Write(Tables.InternetGateways).Put(gateway);
        var table = VpcParts.MainRouteTable(call, vpc.Id);
        var route = new RouteRecord
        {
            DestinationCidr = Cidr.AnyV4,
            TargetKind = RouteTargetKind.InternetGateway,
            TargetId = gateway.Id.Value,
        };
        call.Write(Tables.RouteTables).Put(table with { Routes = [route] });
    }

    private static ServiceException NoRoom(VpcRecord vpc) => new(
        "InvalidSubnet.Range", $"There is no free block for a default subnet in the VPC '{vpc.Id}'.");
}
