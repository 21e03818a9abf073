using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// What NAT gateways are made of and what can be done with them. Sources: EC2 API Reference, CreateNatGateway and
/// NatGateway (failure codes and messages); Amazon VPC User Guide, "NAT gateway basics" and "Troubleshoot NAT
/// gateways".
/// </summary>
internal static class NatGatewayRules
{
    /// <summary>Whether it exists, and is not only visible still after it failed or was deleted.</summary>
    public static bool Exists(NatGatewayRecord gateway) =>
        gateway.State is not (NatGatewayState.Failed or NatGatewayState.Deleted);

    /// <summary>Why a pending gateway cannot be made, before its interface is tried; null when it can.</summary>
    public static (string Code, string Message)? Obstacle(ReadCall call, NatGatewayRecord gateway)
    {
        if (!call.Read(Tables.Subnets).Contains(gateway.SubnetId))
        {
            return (
                "InvalidSubnetID.NotFound",
                $"The specified subnet {gateway.SubnetId} does not exist or could not be found.");
        }

        if (gateway.ConnectivityType == ConnectivityType.Private)
        {
            return null;
        }

        return call.Read(Tables.InternetGateways).HasAny(Tables.InternetGatewaysByVpc, gateway.VpcId.Value)
            ? gateway.Wishes.Select(wish =>
                AddressObstacle(call, wish.AllocationId!.Value)).FirstOrDefault(o => o is not null)
            : ("Gateway.NotAttached", $"Network {gateway.VpcId} has no Internet gateway attached");
    }

    /// <summary>Why an Elastic IP address cannot be given to a gateway; null when it can.</summary>
    public static (string Code, string Message)? AddressObstacle(ReadCall call, AllocationId allocation) =>
        call.Read(Tables.Addresses).Find(allocation) switch
        {
            null => (
                "InvalidAllocationID.NotFound",
                $"Elastic IP address {allocation} could not be associated with this NAT gateway"),
            { AssociationId: not null } => (
                "Resource.AlreadyAssociated", $"Elastic IP address {allocation} is already associated"),
            _ => null,
        };

    /// <summary>A gateway whose addresses are to be changed.</summary>
    /// <exception cref="ServiceException">
    /// NatGatewayNotFound; IncorrectState unless it is available and none of its addresses is being drained (EC2 API
    /// Reference, DisassociateNatGatewayAddress; the code is guessed); InvalidParameterValue for the other type.
    /// </exception>
    public static NatGatewayRecord ForAddresses(ReadCall call, string id, ConnectivityType type)
    {
        var gateway = Ec2Kinds.NatGateway.Get(call, id);
        if (gateway.State != NatGatewayState.Available)
        {
            throw Errors.IncorrectState($"The NAT gateway {id} is {gateway.State.ToWire()}, not available.");
        }

        if (gateway.ConnectivityType != type)
        {
            throw Errors.InvalidParameterValue(
                $"The connectivity type of the NAT gateway {id} is {gateway.ConnectivityType.ToWire()}: "
                + $"this operation is for {type.ToWire()} ones.");
        }

        return gateway.Addresses.Any(IsDraining)
            ? throw Errors.IncorrectState($"Addresses of the NAT gateway {id} are being drained.")
            : gateway;
    }

    /// <summary>The interface of a gateway that is available.</summary>
    public static NetworkInterfaceRecord InterfaceOf(ReadCall call, NatGatewayRecord gateway) =>
        Ec2Kinds.NetworkInterface.Get(call, gateway.Addresses[0].NetworkInterfaceId!.Value);

    private static bool IsDraining(NatGatewayAddressRecord address) =>
        address.Status is NatGatewayAddressStatus.Disassociating or NatGatewayAddressStatus.Unassigning;
}
