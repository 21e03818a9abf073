using Orrery.Contracts.Tracing;
using Orrery.Services.Ec2.Operations.NetworkInterfaces;
using Orrery.Services.Ec2.Operations.RouteTables;
using Orrery.Services.Ec2.Operations.Routes;
using Orrery.Services.Ec2.Operations.SecurityGroups;
using Orrery.Services.Ec2.Operations.Subnets;
using Orrery.Services.Ec2.Operations.VpcPeering;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>A VPC with one subnet and one interface that takes TCP 443 from 10.0.0.0/8.</summary>
internal sealed record Site(Cloud Cloud, string Vpc, string Cidr, string Subnet, string Table, string Interface)
{
    /// <summary>Builds one.</summary>
    public static Site New(Cloud cloud, string cidr)
    {
        var vpc = cloud.Run(new CreateVpc(), new() { CidrBlock = cidr }).Vpc!.VpcId!;
        var subnet = cloud.Run(new CreateSubnet(), new() { VpcId = vpc, CidrBlock = cidr }).Subnet!.SubnetId!;
        var group = cloud.Run(new CreateSecurityGroup(), new() { VpcId = vpc, GroupName = "web", Description = "web" });
        cloud.Run(new AuthorizeSecurityGroupIngress(), new()
        {
            GroupId = group.GroupId,
            IpPermissions =
            [
                new()
                {
                    IpProtocol = "tcp", FromPort = 443, ToPort = 443, IpRanges = [new() { CidrIp = "10.0.0.0/8" }],
                },
            ],
        });
        var face = cloud.Run(new CreateNetworkInterface(), new() { SubnetId = subnet, Groups = [group.GroupId!] });
        var tables = cloud.Run(new DescribeRouteTables(), new()
        {
            Filters = [new() { Name = "vpc-id", Values = [vpc] }],
        });
        var table = tables.RouteTables![0].RouteTableId!;
        return new(cloud, vpc, cidr, subnet, table, face.NetworkInterface!.NetworkInterfaceId!);
    }

    /// <summary>Asks for a peering connection with another site.</summary>
    public VpcPeeringConnection Ask(Site other, string? region = null) =>
        Cloud.Run(new CreateVpcPeeringConnection(), new()
        {
            VpcId = Vpc, PeerVpcId = other.Vpc, PeerRegion = region,
        }).VpcPeeringConnection!;

    /// <summary>Makes a working peering connection with another site, with routes both ways.</summary>
    public string Peer(Site other, string? region = null)
    {
        var id = Ask(other, region).VpcPeeringConnectionId!;
        other.Cloud.Run(new AcceptVpcPeeringConnection(), new() { VpcPeeringConnectionId = id });
        Route(other.Cidr, id);
        other.Route(Cidr, id);
        return id;
    }

    /// <summary>Makes a route over a peering connection.</summary>
    public void Route(string cidr, string peering) => Cloud.Run(new CreateRoute(), new()
    {
        RouteTableId = Table, DestinationCidrBlock = cidr, VpcPeeringConnectionId = peering,
    });

    /// <summary>Traces TCP 443, or another port, to another site.</summary>
    public TraceAnswer Trace(Site other, int? port = 443, bool remedies = false) => Cloud.Ask(call =>
        call.Port<ITracer>().Trace(call, new(Interface, other.Interface, "tcp", port, null, remedies)));

    /// <summary>The state of a peering connection.</summary>
    public VpcPeeringConnectionStateReasonCode StateOf(string peering) =>
        Cloud.Run(new DescribeVpcPeeringConnections(), new() { VpcPeeringConnectionIds = [peering] })
            .VpcPeeringConnections![0].Status!.Code!.Value;

    /// <summary>The state of the route to a block.</summary>
    public RouteState RouteTo(string cidr) =>
        Cloud.Run(new DescribeRouteTables(), new() { RouteTableIds = [Table] })
            .RouteTables![0].Routes!.Single(r => r.DestinationCidrBlock == cidr).State!.Value;
}
