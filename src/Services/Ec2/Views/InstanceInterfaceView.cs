using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A network interface as the API writes it within its instance.</summary>
internal static class InstanceInterfaceView
{
    /// <summary>The interface with its addresses.</summary>
    public static InstanceNetworkInterface Of(NetworkInterfaceRecord face, InstanceRecord instance, ReadCall call)
    {
        var view = NetworkInterfaceView.Of(face, call);
        var isPrimary = face.Attachment!.DeviceIndex == 0;
        return new()
        {
            NetworkInterfaceId = view.NetworkInterfaceId,
            OwnerId = view.OwnerId,
            SubnetId = view.SubnetId,
            VpcId = view.VpcId,
            Description = view.Description,
            InterfaceType = face.InterfaceType.ToWire(),
            MacAddress = view.MacAddress,
            Groups = view.Groups,
            PrivateIpAddress = view.PrivateIpAddress,
            PrivateDnsName = isPrimary
                ? InstanceView.PrivateNameOf(instance, view.PrivateIpAddress, call)
                : view.PrivateDnsName,
            PrivateIpAddresses = [.. view.PrivateIpAddresses!.Select(AddressOf)],
            Association = AssociationOf(view.Association),
            Ipv6Addresses =
            [
                .. view.Ipv6Addresses!.Select(a => new InstanceIpv6Address
                {
                    Ipv6Address = a.Ipv6Address, IsPrimaryIpv6 = a.IsPrimaryIpv6,
                }),
            ],
            Ipv4Prefixes = [.. view.Ipv4Prefixes!.Select(p => new InstanceIpv4Prefix { Ipv4Prefix = p.Ipv4Prefix })],
            Ipv6Prefixes = [.. view.Ipv6Prefixes!.Select(p => new InstanceIpv6Prefix { Ipv6Prefix = p.Ipv6Prefix })],
            SourceDestCheck = view.SourceDestCheck,
            Status = view.Status,
            Attachment = new()
            {
                AttachmentId = view.Attachment!.AttachmentId,
                AttachTime = view.Attachment.AttachTime,
                DeleteOnTermination = view.Attachment.DeleteOnTermination,
                DeviceIndex = view.Attachment.DeviceIndex,
                NetworkCardIndex = view.Attachment.NetworkCardIndex,
                Status = view.Attachment.Status,
            },
        };
    }

    private static InstancePrivateIpAddress AddressOf(NetworkInterfacePrivateIpAddress address) => new()
    {
        PrivateIpAddress = address.PrivateIpAddress,
        PrivateDnsName = address.PrivateDnsName,
        Primary = address.Primary,
        Association = AssociationOf(address.Association),
    };

    private static InstanceNetworkInterfaceAssociation? AssociationOf(NetworkInterfaceAssociation? association) =>
        association is null ? null : new()
        {
            IpOwnerId = association.IpOwnerId,
            PublicDnsName = association.PublicDnsName,
            PublicIp = association.PublicIp,
        };
}
