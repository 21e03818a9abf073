using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Adds addresses and prefixes to network interfaces. AWS limits them by the type of the instance; while an interface
/// is attached to none, the most that any type takes holds: 50 of each family (EC2 User Guide, "IP addresses per
/// network interface"), a prefix counting as one.
/// </summary>
internal static class InterfaceAddresses
{
    private const int Most = 50;

    /// <summary>The interface with what is wished for; the caller puts it.</summary>
    /// <exception cref="ServiceException">An address is not free, or there would be too many.</exception>
    public static NetworkInterfaceRecord Add(
        Call call, NetworkInterfaceRecord face, SubnetAddresses addresses, AddressWish wish)
    {
        if (wish.IsNothing)
        {
            return face;
        }

        CheckCounts(call, face, wish);
        return face with
        {
            PrivateIps =
            [
                .. face.PrivateIps,
                .. wish.Ipv4.Select(addresses.Claim),
                .. Times(wish.Ipv4Count, addresses.TakeIpv4),
            ],
            Ipv4Prefixes =
            [
                .. face.Ipv4Prefixes,
                .. wish.Ipv4Prefixes.Select(p => addresses.ClaimPrefix(p, ipv6: false)),
                .. Times(wish.Ipv4PrefixCount, () => addresses.TakePrefix(ipv6: false)),
            ],
            Ipv6Addresses =
            [
                .. face.Ipv6Addresses,
                .. wish.Ipv6.Select(addresses.Claim),
                .. Times(wish.Ipv6Count, () => addresses.TakeIpv6(call.Random)),
            ],
            Ipv6Prefixes =
            [
                .. face.Ipv6Prefixes,
                .. wish.Ipv6Prefixes.Select(p => addresses.ClaimPrefix(p, ipv6: true)),
                .. Times(wish.Ipv6PrefixCount, () => addresses.TakePrefix(ipv6: true)),
            ],
        };
    }

    private static IEnumerable<T> Times<T>(int count, Func<T> make) => Enumerable.Range(0, count).Select(_ => make());

    private static void CheckCounts(ReadCall call, NetworkInterfaceRecord face, AddressWish wish)
    {
        int[] counts = [wish.Ipv4Count, wish.Ipv4PrefixCount, wish.Ipv6Count, wish.Ipv6PrefixCount];
        if (Array.Exists(counts, count => count < 0))
        {
            throw Errors.InvalidParameterValue("A number of addresses or prefixes cannot be negative.");
        }

        var ipv4 = (long)face.PrivateIps.Length + face.Ipv4Prefixes.Length
            + wish.Ipv4.Count + wish.Ipv4Prefixes.Count + wish.Ipv4Count + wish.Ipv4PrefixCount;
        var ipv6 = (long)face.Ipv6Addresses.Length + face.Ipv6Prefixes.Length
            + wish.Ipv6.Count + wish.Ipv6Prefixes.Count + wish.Ipv6Count + wish.Ipv6PrefixCount;
        // A launch holds its interfaces to the type before their instance is put.
        var instance = face.Attachment?.InstanceId is { } id
            ? call.Read(InstanceTables.Instances).Find(new(id))
            : null;
        var facts = instance is null ? null : InstanceTypeCatalog.Get(instance.InstanceType);
        if (ipv4 > (facts?.Ipv4PerInterface ?? Most) || ipv6 > (facts?.Ipv6PerInterface ?? Most))
        {
            throw new ServiceException(
                "PrivateIpAddressLimitExceeded", "Number of private addresses will exceed limit.");
        }
    }
}
