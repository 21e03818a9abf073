using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Vpcs;

/// <summary>Makes a VPC with its main route table, default network ACL and default security group.</summary>
public sealed class CreateVpc : IWriteOperation<CreateVpcRequest, CreateVpcResult>
{
    /// <inheritdoc/>
    public CreateVpcResult Run(CreateVpcRequest request, Call call)
    {
        RefuseUnserved(request);
        var cidr = CidrRules.VpcIpv4(request.CidrBlock ?? throw Errors.Missing("cidrBlock"));
        var tenancy = request.InstanceTenancy ?? Tenancy.Default;
        if (tenancy == Tenancy.Host)
        {
            throw Errors.InvalidParameterValue("The tenancy value host is not supported. Use default or dedicated.");
        }

        Limits.CheckVpcs(call);
        var vpc = new VpcRecord
        {
            Id = call.NewId<VpcId>(),
            Cidrs = [VpcCidrs.New(call, cidr)],
            Ipv6Cidrs = request.AmazonProvidedIpv6CidrBlock == true
                ? [VpcCidrs.NewAmazonIpv6(call, request.Ipv6CidrBlockNetworkBorderGroup)]
                : [],
            DhcpOptionsId = DhcpRules.RegionDefault(call),
            InstanceTenancy = tenancy,
            EnableDnsSupport = true,
            AvailableAt = call.Now,
        };
        VpcParts.Put(call, vpc);
        TagStore.PutNew(call, Ec2Kinds.Vpc, vpc.Id.Value, request.TagSpecifications);
        return new() { Vpc = VpcView.Of(vpc, call) };
    }

    private static void RefuseUnserved(CreateVpcRequest request)
    {
        if (request.Ipv4IpamPoolId is not null || request.Ipv6IpamPoolId is not null
            || request.Ipv4NetmaskLength is not null || request.Ipv6NetmaskLength is not null)
        {
            throw Errors.NotServed("address pools of IPAM (Ipv4IpamPoolId, Ipv6IpamPoolId and their netmask lengths)");
        }

        if (request.Ipv6Pool is not null || request.Ipv6CidrBlock is not null)
        {
            throw Errors.NotServed("IPv6 blocks of one's own (Ipv6Pool, Ipv6CidrBlock)");
        }

        // EC2 API Reference, CreateVpc; the words are guessed.
        if (request.Ipv6CidrBlockNetworkBorderGroup is not null && request.AmazonProvidedIpv6CidrBlock != true)
        {
            throw Errors.InvalidParameterCombination(
                "Ipv6CidrBlockNetworkBorderGroup requires AmazonProvidedIpv6CidrBlock to be true.");
        }

        if (request.VpcEncryptionControl is not null)
        {
            throw Errors.NotServed("VPC encryption control (VpcEncryptionControl)");
        }
    }
}
