using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A network interface as the API writes it.</summary>
internal static class NetworkInterfaceView
{
    // That AWS shows the state "detached" at all follows from its model and from Terraform's provider, which waits for
    // it; how long is guessed.
    private static readonly TimeSpan Shown = TimeSpan.FromMinutes(1);

    /// <summary>The interface with its addresses, its groups, its tags and its state.</summary>
    public static NetworkInterface Of(NetworkInterfaceRecord face, ReadCall call)
    {
        var vpc = Ec2Kinds.Vpc.Get(call, face.VpcId);
        var privates = face.PrivateIps.Select((ip, i) => PrivateOf(face, vpc, (ip, i), call)).ToList();
        return new()
        {
            NetworkInterfaceId = face.Id.Value,
            OwnerId = call.Account,
            SubnetId = face.SubnetId.Value,
            VpcId = face.VpcId.Value,
            AvailabilityZone = face.AvailabilityZone,
            AvailabilityZoneId = face.AvailabilityZoneId,
            Description = face.Description ?? "",
            InterfaceType = face.InterfaceType,
            MacAddress = face.MacAddress,
            Groups = GroupsOf(face, call),
            PrivateIpAddress = face.PrivateIps.FirstOrDefault(),
            PrivateDnsName = privates.FirstOrDefault()?.PrivateDnsName,
            PrivateIpAddresses = privates,
            Association = privates.FirstOrDefault()?.Association,
            Ipv4Prefixes = [.. face.Ipv4Prefixes.Select(Ipv4PrefixOf)],
            Ipv6Prefixes = [.. face.Ipv6Prefixes.Select(Ipv6PrefixOf)],
            Ipv6Address = face.Ipv6Addresses.FirstOrDefault(),
            Ipv6Addresses = [.. face.Ipv6Addresses.Select((ip, i) => Ipv6Of(face, ip, i))],
            SourceDestCheck = face.SourceDestCheck,
            RequesterManaged = face.RequesterManaged,
            RequesterId = face.RequesterId ?? call.Account,
            Attachment = AttachmentOf(face, call),
            Status = face.Attachment is null ? NetworkInterfaceStatus.Available : NetworkInterfaceStatus.InUse,
            TagSet = TagStore.View(call, face.Id.Value),
        };
    }

    /// <summary>The attachment, or one that ended just now, or null.</summary>
    public static NetworkInterfaceAttachment? AttachmentOf(NetworkInterfaceRecord face, ReadCall call) =>
        (face.Attachment ?? (call.Now - face.Detached?.DetachTime < Shown ? face.Detached : null)) is not { } attachment
            ? null
            : AttachmentOf(attachment);

    /// <summary>The security groups with their names.</summary>
    public static IReadOnlyList<GroupIdentifier> GroupsOf(NetworkInterfaceRecord face, ReadCall call) =>
    [
        .. face.Groups.Select(id => new GroupIdentifier
        {
            GroupId = id.Value,
            GroupName = Ec2Kinds.SecurityGroup.Get(call, id).Name,
        }),
    ];

    /// <summary>The Elastic IP addresses of an interface.</summary>
    public static IEnumerable<AddressRecord> AddressesOf(NetworkInterfaceId id, ReadCall call) =>
        call.Read(Tables.Addresses).By(Tables.AddressesByInterface, id.Value);

    private static NetworkInterfaceAttachment AttachmentOf(NetworkInterfaceAttachmentRecord attachment) => new()
    {
        AttachmentId = attachment.AttachmentId,
        AttachTime = attachment.AttachTime,
        DeleteOnTermination = attachment.DeleteOnTermination,
        DeviceIndex = attachment.DeviceIndex,
        InstanceId = attachment.InstanceId,
        InstanceOwnerId = attachment.InstanceOwnerId,
        NetworkCardIndex = 0,
        Status = attachment.DetachTime is null ? AttachmentStatus.Attached : AttachmentStatus.Detached,
    };

    private static NetworkInterfacePrivateIpAddress PrivateOf(
        NetworkInterfaceRecord face, VpcRecord vpc, (string Ip, int Place) at, ReadCall call) => new()
    {
        PrivateIpAddress = at.Ip,
        PrivateDnsName = DnsNames.Private(call, vpc, at.Ip),
        Primary = at.Place == 0,
        Association = AssociationOf(face, vpc, at, call),
    };

    private static NetworkInterfaceAssociation? AssociationOf(
        NetworkInterfaceRecord face, VpcRecord vpc, (string Ip, int Place) at, ReadCall call)
    {
        if (AddressesOf(face.Id, call).FirstOrDefault(a => a.PrivateIp == at.Ip) is { } address)
        {
            return new()
            {
                AllocationId = address.Id.Value,
                AssociationId = address.AssociationId,
                IpOwnerId = call.Account,
                PublicIp = address.PublicIp,
                PublicDnsName = DnsNames.Public(call, vpc, address.PublicIp) ?? "",
            };
        }

        return at.Place != 0 || face.AutoPublicIp is not { } ip ? null : new()
        {
            IpOwnerId = "amazon",
            PublicIp = ip,
            PublicDnsName = DnsNames.Public(call, vpc, ip) ?? "",
        };
    }

    private static Ipv4PrefixSpecification Ipv4PrefixOf(Cidr prefix) => new() { Ipv4Prefix = prefix.ToString() };

    private static Ipv6PrefixSpecification Ipv6PrefixOf(Cidr prefix) => new() { Ipv6Prefix = prefix.ToString() };

    private static NetworkInterfaceIpv6Address Ipv6Of(NetworkInterfaceRecord face, string ip, int place) => new()
    {
        Ipv6Address = ip,
        IsPrimaryIpv6 = face.HasPrimaryIpv6 && place == 0,
    };
}
