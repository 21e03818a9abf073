using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Vpcs;

/// <summary>Adds a secondary IPv4 block or an IPv6 block that Amazon provides to a VPC.</summary>
public sealed class AssociateVpcCidrBlock : IWriteOperation<AssociateVpcCidrBlockRequest, AssociateVpcCidrBlockResult>
{
    /// <inheritdoc/>
    public AssociateVpcCidrBlockResult Run(AssociateVpcCidrBlockRequest request, Call call)
    {
        RefuseUnserved(request);
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        return (request.CidrBlock, request.AmazonProvidedIpv6CidrBlock == true) switch
        {
            ({ }, true) => throw Errors.InvalidParameterCombination(
                "Only one of CidrBlock and AmazonProvidedIpv6CidrBlock may be specified."),
            ({ } text, false) => Ipv4(vpc, text, call),
            (null, true) => Ipv6(vpc, request.Ipv6CidrBlockNetworkBorderGroup, call),
            _ => throw Errors.Missing("CidrBlock or AmazonProvidedIpv6CidrBlock"),
        };
    }

    private static AssociateVpcCidrBlockResult Ipv4(VpcRecord vpc, string text, Call call)
    {
        var cidr = CidrRules.VpcIpv4(text);
        Limits.CheckIpv4Cidrs(call, vpc);
        VpcCidrRules.CheckFurther(call, vpc, cidr);
        var association = VpcCidrs.New(call, cidr);
        call.Write(Tables.Vpcs).Put(vpc with { Cidrs = vpc.Cidrs.Add(association) });
        return new() { VpcId = vpc.Id.Value, CidrBlockAssociation = VpcView.CidrOf(association, call.Now) };
    }

    private static AssociateVpcCidrBlockResult Ipv6(VpcRecord vpc, string? borderGroup, Call call)
    {
        Limits.CheckIpv6Cidrs(call, vpc);
        var association = VpcCidrs.NewAmazonIpv6(call, borderGroup);
        call.Write(Tables.Vpcs).Put(vpc with { Ipv6Cidrs = vpc.Ipv6Cidrs.Add(association) });
        return new() { VpcId = vpc.Id.Value, Ipv6CidrBlockAssociation = VpcView.Ipv6CidrOf(association, call.Now) };
    }

    private static void RefuseUnserved(AssociateVpcCidrBlockRequest request)
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

        if (request.Ipv6CidrBlockNetworkBorderGroup is not null && request.AmazonProvidedIpv6CidrBlock != true)
        {
            throw Errors.InvalidParameterCombination(
                "Ipv6CidrBlockNetworkBorderGroup requires AmazonProvidedIpv6CidrBlock to be true.");
        }
    }
}
