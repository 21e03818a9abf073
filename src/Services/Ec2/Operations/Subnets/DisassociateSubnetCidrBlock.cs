using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Subnets;

/// <summary>
/// Takes the IPv6 block from a subnet once no address of it is in use. That AssignIpv6AddressOnCreation has to be off
/// before, and the wording of both refusals, are guessed from what clients do.
/// </summary>
public sealed class DisassociateSubnetCidrBlock
    : IWriteOperation<DisassociateSubnetCidrBlockRequest, DisassociateSubnetCidrBlockResult>
{
    /// <inheritdoc/>
    public DisassociateSubnetCidrBlockResult Run(DisassociateSubnetCidrBlockRequest request, Call call)
    {
        var id = request.AssociationId!;
        var subnet = call.Read(Tables.Subnets).By(Tables.SubnetsByCidrAssociation, id).FirstOrDefault()
            ?? throw new Core.ServiceException(
                "InvalidSubnetCidrBlockAssociationID.NotFound",
                $"The subnet CIDR block with association ID {id} does not exist");
        var gone = subnet.Ipv6Cidrs.Single(c => c.AssociationId == id);
        RefuseUsed(subnet, gone, call);
        call.Write(Tables.Subnets).Put(subnet with { Ipv6Cidrs = subnet.Ipv6Cidrs.Remove(gone) });
        return new()
        {
            SubnetId = subnet.Id.Value,
            Ipv6CidrBlockAssociation = SubnetView.CidrOf(gone, SubnetCidrBlockStateCode.Disassociating),
        };
    }

    private static void RefuseUsed(SubnetRecord subnet, SubnetIpv6CidrRecord gone, Call call)
    {
        if (subnet.Ipv6Native)
        {
            throw Errors.OperationNotPermitted(
                $"The subnet CIDR block with association ID {gone.AssociationId} may not be disassociated. "
                + "It is the only CIDR block of an IPv6 only subnet");
        }

        var faces = call.Read(Tables.NetworkInterfaces).By(Tables.InterfacesBySubnet, subnet.Id.Value);
        var reservations = call.Read(Tables.SubnetCidrReservations).By(Tables.ReservationsBySubnet, subnet.Id.Value);
        if (subnet.AssignIpv6AddressOnCreation || reservations.Any(r => r.Cidr.IsV6)
            || faces.Any(face => face.Ipv6Addresses.Length + face.Ipv6Prefixes.Length > 0))
        {
            throw Errors.DependencyViolation(
                $"The subnet CIDR block '{gone.Cidr}' has dependencies and cannot be disassociated.");
        }
    }
}
