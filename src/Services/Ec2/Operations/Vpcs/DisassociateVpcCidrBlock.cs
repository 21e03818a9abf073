using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Vpcs;

/// <summary>
/// Takes a block from a VPC, unless it is the one that the VPC was made with or a subnet lies in it. Source: Amazon VPC
/// User Guide, "VPC CIDR blocks".
/// </summary>
public sealed class DisassociateVpcCidrBlock
    : IWriteOperation<DisassociateVpcCidrBlockRequest, DisassociateVpcCidrBlockResult>
{
    /// <inheritdoc/>
    public DisassociateVpcCidrBlockResult Run(DisassociateVpcCidrBlockRequest request, Call call)
    {
        var id = request.AssociationId!;
        var vpc = call.Read(Tables.Vpcs).By(Tables.VpcsByCidrAssociation, id).FirstOrDefault()
            ?? throw new Core.ServiceException(
                "InvalidVpcCidrBlockAssociationID.NotFound",
                $"The vpc CIDR block with association ID {id} does not exist");
        if (vpc.Cidrs[0].AssociationId == id)
        {
            throw Errors.OperationNotPermitted(
                $"The vpc CIDR block with association ID {id} may not be disassociated. "
                + "It is the primary IPv4 CIDR block of the VPC");
        }

        var gone = vpc.Cidrs.Concat(vpc.Ipv6Cidrs).Single(c => c.AssociationId == id);
        RefuseUsed(vpc, gone, call);
        call.Write(Tables.Vpcs).Put(vpc with
        {
            Cidrs = vpc.Cidrs.Remove(gone),
            Ipv6Cidrs = vpc.Ipv6Cidrs.Remove(gone),
        });
        return gone.Cidr.IsV6
            ? new() { VpcId = vpc.Id.Value, Ipv6CidrBlockAssociation = Leaving(VpcView.Ipv6CidrOf(gone, call.Now)) }
            : new() { VpcId = vpc.Id.Value, CidrBlockAssociation = Leaving(VpcView.CidrOf(gone, call.Now)) };
    }

    private static void RefuseUsed(VpcRecord vpc, VpcCidrRecord gone, Call call)
    {
        var user = SubnetRules.SubnetsOf(call, vpc.Id).FirstOrDefault(subnet =>
            (subnet.Cidr is { } cidr && gone.Cidr.Contains(cidr))
            || subnet.Ipv6Cidrs.Any(c => gone.Cidr.Contains(c.Cidr)));
        if (user is not null)
        {
            throw Errors.DependencyViolation(
                $"The vpc CIDR block '{gone.Cidr}' has dependencies and cannot be disassociated: subnet '{user.Id}'.");
        }
    }

    private static VpcCidrBlockAssociation Leaving(VpcCidrBlockAssociation association) =>
        association with { CidrBlockState = new() { State = VpcCidrBlockStateCode.Disassociating } };

    private static VpcIpv6CidrBlockAssociation Leaving(VpcIpv6CidrBlockAssociation association) =>
        association with { Ipv6CidrBlockState = new() { State = VpcCidrBlockStateCode.Disassociating } };
}
