using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Addresses;

/// <summary>
/// Maps an Elastic IP address to a private address of a network interface, by default to its primary one. An
/// instance stands for its only interface. Source: EC2 API Reference, AssociateAddress.
/// </summary>
public sealed class AssociateAddress : IWriteOperation<AssociateAddressRequest, AssociateAddressResult>
{
    /// <inheritdoc/>
    public AssociateAddressResult Run(AssociateAddressRequest request, Call call)
    {
        if (request.AllocationId is not { } id)
        {
            throw request.PublicIp is null
                ? Errors.Missing("AllocationId")
                : Errors.InvalidParameterCombination(
                    "You must specify an allocation id when mapping an address to a VPC instance");
        }

        var address = Ec2Kinds.Address.Get(call, id);
        var face = Target(request, call);
        if (face.RequesterManaged)
        {
            throw new ServiceException("AuthFailure", "You do not have permission to access the specified resource.");
        }

        ElasticIps.RefuseManaged(call, address);
        var privateIp = request.PrivateIpAddress ?? face.PrivateIps.FirstOrDefault();
        if (privateIp is null || !face.PrivateIps.Contains(privateIp))
        {
            throw Errors.InvalidParameterValue(
                $"The private IP address '{privateIp}' is not assigned to the network interface '{face.Id}'.");
        }

        var mayReassociate = request.AllowReassociation != false;
        var associated = ElasticIps.Associate(call, address, face, privateIp, mayReassociate);
        return new() { AssociationId = associated.AssociationId };
    }

    private static NetworkInterfaceRecord Target(AssociateAddressRequest request, Call call) =>
        (request.NetworkInterfaceId, request.InstanceId) switch
        {
            ({ }, { }) => throw Errors.InvalidParameterCombination(
                "You may specify an instance ID or a network interface ID, but not both."),
            ({ } face, null) => Ec2Kinds.NetworkInterface.Get(call, face),
            (null, { } instance) => OfInstance(instance, call),
            _ => throw Errors.Missing("InstanceId or NetworkInterfaceId"),
        };

    // An instance that is not ready yet has no address to map to; the wording is that of public logs.
    private static NetworkInterfaceRecord OfInstance(string id, Call call)
    {
        var instance = InstanceKinds.Instance.Get(call, id);
        return instance.State is InstanceStateName.Running or InstanceStateName.Stopped or InstanceStateName.Stopping
            ? InstanceInterfaces.Single(call, instance)
            : throw new ServiceException(
                "InvalidInstanceID",
                $"The {instance.State.ToWire()} instance '{id}' is not in a valid state for this operation.");
    }
}
