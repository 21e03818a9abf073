using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Addresses;

/// <summary>
/// Undoes the mapping of an Elastic IP address. The reference calls a second call no error; in practice the association
/// is
/// then unknown, InvalidAssociationID.NotFound, which clients wait for. Terraform's provider handles both.
/// </summary>
public sealed class DisassociateAddress : IWriteOperation<DisassociateAddressRequest, DisassociateAddressResult>
{
    /// <inheritdoc/>
    public DisassociateAddressResult Run(DisassociateAddressRequest request, Call call)
    {
        if (request.AssociationId is not { } id)
        {
            throw request.PublicIp is null
                ? Errors.Missing("AssociationId")
                : Errors.InvalidParameterValue(
                    "You must specify an association id when unmapping an address from a VPC instance");
        }

        var address = call.Read(Tables.Addresses).By(Tables.AddressesByAssociation, id).FirstOrDefault()
            ?? throw new ServiceException(
                "InvalidAssociationID.NotFound", $"The association ID '{id}' does not exist");
        ElasticIps.RefuseManaged(call, address);
        ElasticIps.Disassociate(call, address);
        return new();
    }
}
