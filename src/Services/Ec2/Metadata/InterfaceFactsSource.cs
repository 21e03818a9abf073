using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Metadata;

/// <summary>
/// What an instance is told of its interfaces, by MAC address. Source: EC2 User Guide, "Instance metadata categories".
/// </summary>
internal static class InterfaceFactsSource
{
    /// <summary>Adds it, and the MAC address of the primary one.</summary>
    public static void Add(MetadataTree tree, ReadCall call, Instance instance)
    {
        foreach (var face in instance.NetworkInterfaces ?? [])
        {
            var here = $"meta-data/network/interfaces/macs/{face.MacAddress}/";
            AddFace(tree, here, face);
            AddNetwork(tree, here, face, call);
            if (face.Attachment?.DeviceIndex == 0)
            {
                tree.Add("meta-data/mac", face.MacAddress);
            }
        }
    }

    private static void AddFace(MetadataTree tree, string here, InstanceNetworkInterface face)
    {
        var addresses = face.PrivateIpAddresses ?? [];
        tree.Add(here + "device-number", face.Attachment?.DeviceIndex?.ToString(CultureInfo.InvariantCulture));
        tree.Add(here + "interface-id", face.NetworkInterfaceId);
        tree.Add(here + "ipv4-prefix", Lines((face.Ipv4Prefixes ?? []).Select(p => p.Ipv4Prefix)));
        tree.Add(here + "ipv6-prefix", Lines((face.Ipv6Prefixes ?? []).Select(p => p.Ipv6Prefix)));
        tree.Add(here + "ipv6s", Lines((face.Ipv6Addresses ?? []).Select(a => a.Ipv6Address)));
        tree.Add(here + "local-hostname", Lines([face.PrivateDnsName]));
        tree.Add(here + "local-ipv4s", Lines(addresses.Select(a => a.PrivateIpAddress)));
        tree.Add(here + "mac", face.MacAddress);
        tree.Add(here + "owner-id", face.OwnerId);
        tree.Add(here + "public-hostname", Lines([face.Association?.PublicDnsName]));
        tree.Add(here + "public-ipv4s", Lines(addresses.Select(a => a.Association?.PublicIp)));
        tree.Add(here + "security-group-ids", Lines((face.Groups ?? []).Select(g => g.GroupId)));
        tree.Add(here + "security-groups", Lines((face.Groups ?? []).Select(g => g.GroupName)));
        foreach (var address in addresses.Where(a => a.Association is not null))
        {
            tree.Add(here + "ipv4-associations/" + address.Association!.PublicIp, address.PrivateIpAddress);
        }
    }

    private static void AddNetwork(MetadataTree tree, string here, InstanceNetworkInterface face, ReadCall call)
    {
        tree.Add(here + "subnet-id", face.SubnetId);
        tree.Add(here + "vpc-id", face.VpcId);
        if (call.Read(Tables.Subnets).Find(new(face.SubnetId!)) is { } subnet)
        {
            tree.Add(here + "subnet-ipv4-cidr-block", subnet.Cidr?.ToString());
            tree.Add(here + "subnet-ipv6-cidr-blocks", Lines(subnet.Ipv6Cidrs.Select(c => c.Cidr.ToString())));
        }

        if (call.Read(Tables.Vpcs).Find(new(face.VpcId!)) is { } vpc)
        {
            tree.Add(here + "vpc-ipv4-cidr-block", vpc.Cidrs[0].Cidr.ToString());
            tree.Add(here + "vpc-ipv4-cidr-blocks", Lines(vpc.Cidrs.Select(c => c.Cidr.ToString())));
            tree.Add(here + "vpc-ipv6-cidr-blocks", Lines(vpc.Ipv6Cidrs.Select(c => c.Cidr.ToString())));
        }
    }

    private static string? Lines(IEnumerable<string?> values)
    {
        var text = string.Join('\n', values.Where(value => !string.IsNullOrEmpty(value)));
        return text.Length == 0 ? null : text;
    }
}
