using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Subnets;

/// <summary>Gives a subnet an IPv6 block of its VPC; a subnet takes one.</summary>
public sealed class AssociateSubnetCidrBlock
    : IWriteOperation<AssociateSubnetCidrBlockRequest, AssociateSubnetCidrBlockResult>
{
    /// <inheritdoc/>
    public AssociateSubnetCidrBlockResult Run(AssociateSubnetCidrBlockRequest request, Call call)
    {
        if (request.Ipv6IpamPoolId is not null || request.Ipv6NetmaskLength is not null)
        {
            throw Errors.NotServed("address pools of IPAM (Ipv6IpamPoolId, Ipv6NetmaskLength)");
        }

        var subnet = Ec2Kinds.Subnet.Get(call, request.SubnetId!);
        var text = request.Ipv6CidrBlock ?? throw Errors.Missing("ipv6CidrBlock");
        if (!subnet.Ipv6Cidrs.IsEmpty)
        {
            throw new Core.ServiceException(
                "CidrLimitExceeded", $"This subnet '{subnet.Id}' has met its maximum number of allowed CIDRs: 1");
        }

        var association = SubnetRules.Ipv6(call, Ec2Kinds.Vpc.Get(call, subnet.VpcId), text);
        call.Write(Tables.Subnets).Put(subnet with { Ipv6Cidrs = [association] });
        return new() { SubnetId = subnet.Id.Value, Ipv6CidrBlockAssociation = SubnetView.CidrOf(association) };
    }
}
