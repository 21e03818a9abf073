using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A NAT gateway as the API writes it.</summary>
internal static class NatGatewayView
{
    /// <summary>The gateway with its addresses: those it has, or those it waits for.</summary>
    public static NatGateway Of(NatGatewayRecord gateway, ReadCall call) => new()
    {
        NatGatewayId = gateway.Id.Value,
        SubnetId = gateway.SubnetId.Value,
        VpcId = gateway.VpcId.Value,
        ConnectivityType = gateway.ConnectivityType,
        AvailabilityMode = AvailabilityMode.Zonal,
        State = gateway.State,
        CreateTime = gateway.CreateTime,
        DeleteTime = gateway.DeleteTime,
        FailureCode = gateway.FailureCode,
        FailureMessage = gateway.FailureMessage,
        NatGatewayAddresses = gateway.Addresses.IsEmpty
            ? [.. gateway.Wishes.Select((wish, place) => WishOf(gateway, wish, place))]
            : [.. gateway.Addresses.Select(AddressOf)],
        Tags = TagStore.View(call, gateway.Id.Value),
    };

    /// <summary>One address.</summary>
    public static NatGatewayAddress AddressOf(NatGatewayAddressRecord address) => new()
    {
        AllocationId = address.AllocationId?.Value,
        AssociationId = address.AssociationId,
        PublicIp = address.PublicIp,
        PrivateIp = address.PrivateIp,
        NetworkInterfaceId = address.NetworkInterfaceId?.Value,
        IsPrimary = address.IsPrimary,
        Status = address.Status,
        FailureMessage = address.FailureMessage,
    };

    private static NatGatewayAddress WishOf(NatGatewayRecord gateway, NatGatewayWishRecord wish, int place) => new()
    {
        AllocationId = wish.AllocationId?.Value,
        PrivateIp = wish.PrivateIp,
        IsPrimary = place == 0,
        Status = gateway.State == NatGatewayState.Failed ? NatGatewayAddressStatus.Failed
            : wish.AllocationId is null ? NatGatewayAddressStatus.Assigning
            : NatGatewayAddressStatus.Associating,
        FailureMessage = gateway.FailureMessage,
    };
}
