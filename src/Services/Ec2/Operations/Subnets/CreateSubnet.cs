using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Subnets;

/// <summary>
/// Makes a subnet for IPv4, for both families or for IPv6 only; it begins under the VPC's default network ACL.
/// </summary>
public sealed class CreateSubnet : IWriteOperation<CreateSubnetRequest, CreateSubnetResult>
{
    /// <inheritdoc/>
    public CreateSubnetResult Run(CreateSubnetRequest request, Call call)
    {
        RefuseUnserved(request);
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        var zone = Zones.Choose(call, request.AvailabilityZone, request.AvailabilityZoneId);
        var ipv6Only = request.Ipv6Native == true;
        CheckFamilies(request, ipv6Only);
        Limits.CheckSubnets(call, vpc.Id);
        var subnet = new SubnetRecord
        {
            Id = call.NewId<SubnetId>(),
            VpcId = vpc.Id,
            AvailabilityZone = zone.Name,
            AvailabilityZoneId = zone.Id,
            Cidr = request.CidrBlock is { } ipv4 ? SubnetRules.Ipv4(call, vpc, ipv4) : null,
            Ipv6Cidrs = request.Ipv6CidrBlock is { } ipv6 ? [SubnetRules.Ipv6(call, vpc, ipv6)] : [],
            Ipv6Native = ipv6Only,
            AssignIpv6AddressOnCreation = ipv6Only,
            PrivateDnsHostnameType = ipv6Only ? HostnameType.ResourceName : HostnameType.IpName,
            AvailableAt = call.Now,
        };
        SubnetParts.Put(call, subnet);
        TagStore.PutNew(call, Ec2Kinds.Subnet, subnet.Id.Value, request.TagSpecifications);
        return new() { Subnet = SubnetView.Of(subnet, call) };
    }

    private static void CheckFamilies(CreateSubnetRequest request, bool ipv6Only)
    {
        if (ipv6Only && request.CidrBlock is not null)
        {
            throw Errors.InvalidParameterCombination("An IPv6 only subnet cannot have an IPv4 CIDR block.");
        }

        if (ipv6Only && request.Ipv6CidrBlock is null)
        {
            throw Errors.Missing("ipv6CidrBlock");
        }

        if (!ipv6Only && request.CidrBlock is null)
        {
            throw Errors.Missing("cidrBlock");
        }
    }

    private static void RefuseUnserved(CreateSubnetRequest request)
    {
        if (request.OutpostArn is not null)
        {
            throw Errors.NotServed("Outposts (OutpostArn)");
        }

        if (request.Ipv4IpamPoolId is not null || request.Ipv6IpamPoolId is not null
            || request.Ipv4NetmaskLength is not null || request.Ipv6NetmaskLength is not null)
        {
            throw Errors.NotServed("address pools of IPAM (Ipv4IpamPoolId, Ipv6IpamPoolId and their netmask lengths)");
        }
    }
}
