using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Subnets;

/// <summary>Lists subnets. Filters: EC2 API Reference, DescribeSubnets.</summary>
public sealed class DescribeSubnets : IReadOperation<DescribeSubnetsRequest, DescribeSubnetsResult>
{
    private static readonly Filters<SubnetRecord> Filters = new Filters<SubnetRecord>()
        .One("availability-zone", subnet => subnet.AvailabilityZone)
        .One("availabilityZone", subnet => subnet.AvailabilityZone)
        .One("availability-zone-id", subnet => subnet.AvailabilityZoneId)
        .One("availabilityZoneId", subnet => subnet.AvailabilityZoneId)
        .One("available-ip-address-count", Free)
        .One("cidr-block", subnet => subnet.Cidr?.ToString())
        .One("cidr", subnet => subnet.Cidr?.ToString())
        .One("cidrBlock", subnet => subnet.Cidr?.ToString())
        .One("customer-owned-ipv4-pool", _ => null)
        .Flag("default-for-az", subnet => subnet.DefaultForAz)
        .Flag("defaultForAz", subnet => subnet.DefaultForAz)
        .Flag("enable-dns64", subnet => subnet.EnableDns64)
        .One("enable-lni-at-device-index", _ => null)
        .Many("ipv6-cidr-block-association.ipv6-cidr-block", subnet => subnet.Ipv6Cidrs.Select(c => c.Cidr.ToString()))
        .Many("ipv6-cidr-block-association.association-id", subnet => subnet.Ipv6Cidrs.Select(c => c.AssociationId))
        .Many("ipv6-cidr-block-association.state", subnet => subnet.Ipv6Cidrs.Select(_ => "associated"))
        .Flag("ipv6-native", subnet => subnet.Ipv6Native)
        .Flag("map-customer-owned-ip-on-launch", _ => false)
        .Flag("map-public-ip-on-launch", subnet => subnet.MapPublicIpOnLaunch)
        .One("outpost-arn", _ => null)
        .One("owner-id", (_, call) => call.Account)
        .One("private-dns-name-options-on-launch.hostname-type", subnet => subnet.PrivateDnsHostnameType.ToWire())
        .Flag(
            "private-dns-name-options-on-launch.enable-resource-name-dns-a-record",
            subnet => subnet.EnableResourceNameDnsARecord)
        .Flag(
            "private-dns-name-options-on-launch.enable-resource-name-dns-aaaa-record",
            subnet => subnet.EnableResourceNameDnsAaaaRecord)
        .One("state", (subnet, call) => subnet.AvailableAt <= call.Now ? "available" : "pending")
        .One("subnet-arn", SubnetView.Arn)
        .One("subnet-id", subnet => subnet.Id.Value)
        .Tags(subnet => subnet.Id.Value)
        .Indexed(
            "vpc-id",
            subnet => [subnet.VpcId.Value],
            (call, vpc) => call.Read(Tables.Subnets).By(Tables.SubnetsByVpc, vpc));

    /// <inheritdoc/>
    public DescribeSubnetsResult Run(DescribeSubnetsRequest request, ReadCall call)
    {
        var query = new ListQuery(request.SubnetIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.Subnet, Filters, query);
        return new() { Subnets = page.As(subnet => SubnetView.Of(subnet, call)), NextToken = page.NextToken };
    }

    private static string Free(SubnetRecord subnet, ReadCall call) =>
        SubnetView.Free(subnet, call).ToString(CultureInfo.InvariantCulture);
}
