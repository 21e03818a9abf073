using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>An Elastic IP address as the API writes it.</summary>
internal static class AddressView
{
    /// <summary>The address with its tags and with what it is associated with.</summary>
    public static Address Of(AddressRecord address, ReadCall call)
    {
        var face = InterfaceOf(address, call);
        return new()
        {
            AllocationId = address.Id.Value,
            PublicIp = address.PublicIp,
            PublicIpv4Pool = "amazon",
            NetworkBorderGroup = address.NetworkBorderGroup,
            Domain = DomainType.Vpc,
            AssociationId = address.AssociationId,
            NetworkInterfaceId = address.NetworkInterfaceId?.Value,
            NetworkInterfaceOwnerId = face is null ? null : call.Account,
            InstanceId = face?.Attachment?.InstanceId,
            PrivateIpAddress = address.PrivateIp,
            Tags = TagStore.View(call, address.Id.Value),
        };
    }

    /// <summary>The address with its name in reverse DNS.</summary>
    public static AddressAttribute AttributeOf(AddressRecord address) => new()
    {
        AllocationId = address.Id.Value,
        PublicIp = address.PublicIp,
        PtrRecord = address.PtrRecord,
    };

    /// <summary>The interface that an address is associated with, or null.</summary>
    public static NetworkInterfaceRecord? InterfaceOf(AddressRecord address, ReadCall call) =>
        address.NetworkInterfaceId is { } id ? call.Read(Tables.NetworkInterfaces).Find(id) : null;
}
