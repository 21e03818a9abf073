using System.Globalization;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Listing;

/// <summary>
/// The filters of DescribeInstances that look at the network interfaces of instances, without their prefix. Source: EC2
/// API Reference, DescribeInstances.
/// </summary>
internal static class InterfaceFilters
{
    /// <summary>What each looks at.</summary>
    public static readonly IReadOnlyList<(string Name, Func<NetworkInterface, IEnumerable<string?>> Values)> ByName =
    [
        ("addresses.association.allocation-id", f => Associations(f).Select(a => a.AllocationId)),
        ("addresses.association.association-id", f => Associations(f).Select(a => a.AssociationId)),
        ("addresses.association.carrier-ip", _ => []),
        ("addresses.association.customer-owned-ip", _ => []),
        ("addresses.association.ip-owner-id", f => Associations(f).Select(a => a.IpOwnerId)),
        ("addresses.association.public-dns-name", f => Associations(f).Select(a => a.PublicDnsName)),
        ("addresses.association.public-ip", f => Associations(f).Select(a => a.PublicIp)),
        ("addresses.primary", f => f.PrivateIpAddresses!.Select(a => Text(a.Primary))),
        ("addresses.private-dns-name", f => f.PrivateIpAddresses!.Select(a => a.PrivateDnsName)),
        ("addresses.private-ip-address", f => f.PrivateIpAddresses!.Select(a => a.PrivateIpAddress)),
        ("association.allocation-id", f => [f.Association?.AllocationId]),
        ("association.association-id", f => [f.Association?.AssociationId]),
        ("association.carrier-ip", _ => []),
        ("association.customer-owned-ip", _ => []),
        ("association.ip-owner-id", f => [f.Association?.IpOwnerId]),
        ("association.public-dns-name", f => [f.Association?.PublicDnsName]),
        ("association.public-ip", f => [f.Association?.PublicIp]),
        ("attachment.attach-time", f => [Time(f.Attachment?.AttachTime)]),
        ("attachment.attachment-id", f => [f.Attachment?.AttachmentId]),
        ("attachment.delete-on-termination", f => [Text(f.Attachment?.DeleteOnTermination)]),
        ("attachment.device-index", f => [Text(f.Attachment?.DeviceIndex)]),
        ("attachment.instance-id", f => [f.Attachment?.InstanceId]),
        ("attachment.instance-owner-id", f => [f.Attachment?.InstanceOwnerId]),
        ("attachment.network-card-index", f => [Text(f.Attachment?.NetworkCardIndex)]),
        ("attachment.status", f => [f.Attachment?.Status?.ToWire()]),
        ("availability-zone", f => [f.AvailabilityZone]),
        ("deny-all-igw-traffic", _ => []),
        ("description", f => [f.Description]),
        ("group-id", f => f.Groups!.Select(g => g.GroupId)),
        ("group-name", f => f.Groups!.Select(g => g.GroupName)),
        ("ipv4-prefixes.ipv4-prefix", f => f.Ipv4Prefixes!.Select(p => p.Ipv4Prefix)),
        ("ipv6-address", f => f.Ipv6Addresses!.Select(a => a.Ipv6Address)),
        ("ipv6-addresses.ipv6-address", f => f.Ipv6Addresses!.Select(a => a.Ipv6Address)),
        ("ipv6-addresses.is-primary-ipv6", f => f.Ipv6Addresses!.Select(a => Text(a.IsPrimaryIpv6))),
        ("ipv6-native", f => [Text(f.PrivateIpAddresses!.Count == 0)]),
        ("ipv6-prefixes.ipv6-prefix", f => f.Ipv6Prefixes!.Select(p => p.Ipv6Prefix)),
        ("mac-address", f => [f.MacAddress]),
        ("network-interface-id", f => [f.NetworkInterfaceId]),
        ("operator.managed", _ => ["false"]),
        ("operator.principal", _ => []),
        ("outpost-arn", _ => []),
        ("owner-id", f => [f.OwnerId]),
        ("private-dns-name", f => [f.PrivateDnsName]),
        ("private-ip-address", f => [f.PrivateIpAddress]),
        ("public-dns-name", f => [f.Association?.PublicDnsName]),
        ("requester-id", f => [f.RequesterId]),
        ("requester-managed", f => [Text(f.RequesterManaged)]),
        ("source-dest-check", f => [Text(f.SourceDestCheck)]),
        ("status", f => [f.Status?.ToWire()]),
        ("subnet-id", f => [f.SubnetId]),
        ("vpc-id", f => [f.VpcId]),
    ];

    private static IEnumerable<NetworkInterfaceAssociation> Associations(NetworkInterface face) =>
        face.PrivateIpAddresses!.Select(a => a.Association).OfType<NetworkInterfaceAssociation>();

    private static string? Text(bool? value) => value switch
    {
        true => "true",
        false => "false",
        _ => null,
    };

    private static string? Text(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Time(DateTimeOffset? time) =>
        time?.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
