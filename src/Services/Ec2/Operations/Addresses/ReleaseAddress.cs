using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Addresses;

/// <summary>
/// Gives an Elastic IP address back. It must not be associated, except with an interface in the default VPC, and must
/// have
/// no name in reverse DNS. Sources: EC2 API Reference, ReleaseAddress; "Error codes for the Amazon EC2 API",
/// InvalidAddress.Locked.
/// </summary>
public sealed class ReleaseAddress : IWriteOperation<ReleaseAddressRequest, ReleaseAddressResult>
{
    /// <inheritdoc/>
    public ReleaseAddressResult Run(ReleaseAddressRequest request, Call call)
    {
        if (request.AllocationId is not { } id)
        {
            throw request.PublicIp is null
                ? Errors.Missing("AllocationId")
                : Errors.InvalidParameterValue(
                    "You must specify an allocation id when releasing a VPC elastic IP address");
        }

        var address = Ec2Kinds.Address.Get(call, id);
        if (request.NetworkBorderGroup is { } group && group != address.NetworkBorderGroup)
        {
            throw PublicIps.NotFound(address.PublicIp);
        }

        RefuseUsed(address, call);
        call.Write(Tables.Addresses).Remove(address.Id);
        TagStore.Forget(call, address.Id.Value);
        PublicIps.Release(call, address.PublicIp);
        return new();
    }

    private static void RefuseUsed(AddressRecord address, Call call)
    {
        ElasticIps.RefuseManaged(call, address);
        var vpc = address.NetworkInterfaceId is { } face ? Ec2Kinds.NetworkInterface.Get(call, face).VpcId : default;
        if (address.AssociationId is not null && !Ec2Kinds.Vpc.Get(call, vpc).IsDefault)
        {
            throw new ServiceException("InvalidIPAddress.InUse", $"Address {address.PublicIp} is in use.");
        }

        if (address.PtrRecord is not null)
        {
            throw new ServiceException(
                "InvalidAddress.Locked",
                $"The address {address.PublicIp} has a reverse DNS record and cannot be released. Reset it first.");
        }
    }
}
