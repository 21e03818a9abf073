using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Reads which addresses requests want on a network interface, and refuses what does not go together. Source: EC2 API
/// Reference, CreateNetworkInterface, AssignPrivateIpAddresses and AssignIpv6Addresses.
/// </summary>
internal static class InterfaceWishes
{
    /// <summary>The primary IPv4 address that a new interface is to have, or null for any, and all else.</summary>
    /// <exception cref="ServiceException">InvalidParameterCombination, or InvalidParameterValue.</exception>
    public static (string? Primary, AddressWish Left) Read(CreateNetworkInterfaceRequest request, SubnetRecord subnet)
    {
        CheckIpv4(request);
        var named = request.PrivateIpAddresses ?? [];
        var primary = request.PrivateIpAddress ?? named.FirstOrDefault(a => a.Primary == true)?.PrivateIpAddress;
        var ipv6 = (request.Ipv6Addresses ?? []).OrderByDescending(a => a.IsPrimaryIpv6 == true).ToList();
        var wish = new AddressWish
        {
            Ipv4 = [.. named.Where(a => a.Primary != true).Select(a => Given(a.PrivateIpAddress, "PrivateIpAddress"))],
            Ipv4Count = request.SecondaryPrivateIpAddressCount ?? 0,
            Ipv4Prefixes = [.. (request.Ipv4Prefixes ?? []).Select(p => Given(p.Ipv4Prefix, "Ipv4Prefix"))],
            Ipv4PrefixCount = request.Ipv4PrefixCount ?? 0,
            Ipv6 = [.. ipv6.Select(a => Given(a.Ipv6Address, "Ipv6Address"))],
            Ipv6Count = request.Ipv6AddressCount ?? 0,
            Ipv6Prefixes = [.. (request.Ipv6Prefixes ?? []).Select(p => Given(p.Ipv6Prefix, "Ipv6Prefix"))],
            Ipv6PrefixCount = request.Ipv6PrefixCount ?? 0,
        };
        CheckIpv6(wish);
        CheckPlace(request, subnet, primary, wish);
        var byDefault = subnet.AssignIpv6AddressOnCreation && request.Ipv6AddressCount is null
            && request.InterfaceType != NetworkInterfaceCreationType.EfaOnly
            && wish.Ipv6.Count + wish.Ipv6Prefixes.Count + wish.Ipv6PrefixCount == 0;
        return (primary, byDefault ? wish with { Ipv6Count = 1 } : wish);
    }

    /// <summary>The IPv4 addresses and prefixes that an interface is to get besides those it has.</summary>
    /// <exception cref="ServiceException">InvalidParameterCombination, or MissingParameter.</exception>
    public static AddressWish Read(AssignPrivateIpAddressesRequest request)
    {
        var wish = new AddressWish
        {
            Ipv4 = request.PrivateIpAddresses ?? [],
            Ipv4Count = request.SecondaryPrivateIpAddressCount ?? 0,
            Ipv4Prefixes = request.Ipv4Prefixes ?? [],
            Ipv4PrefixCount = request.Ipv4PrefixCount ?? 0,
        };
        OneOf(
            ("PrivateIpAddresses", wish.Ipv4.Count > 0),
            ("SecondaryPrivateIpAddressCount", request.SecondaryPrivateIpAddressCount is not null),
            ("Ipv4Prefixes", wish.Ipv4Prefixes.Count > 0),
            ("Ipv4PrefixCount", request.Ipv4PrefixCount is not null));
        return wish;
    }

    /// <summary>The IPv6 addresses and prefixes that an interface is to get besides those it has.</summary>
    /// <exception cref="ServiceException">InvalidParameterCombination, or MissingParameter.</exception>
    public static AddressWish Read(AssignIpv6AddressesRequest request)
    {
        var wish = new AddressWish
        {
            Ipv6 = request.Ipv6Addresses ?? [],
            Ipv6Count = request.Ipv6AddressCount ?? 0,
            Ipv6Prefixes = request.Ipv6Prefixes ?? [],
            Ipv6PrefixCount = request.Ipv6PrefixCount ?? 0,
        };
        OneOf(
            ("Ipv6Addresses", wish.Ipv6.Count > 0),
            ("Ipv6AddressCount", request.Ipv6AddressCount is not null),
            ("Ipv6Prefixes", wish.Ipv6Prefixes.Count > 0),
            ("Ipv6PrefixCount", request.Ipv6PrefixCount is not null));
        return wish;
    }

    private static void CheckIpv4(CreateNetworkInterfaceRequest request)
    {
        var named = request.PrivateIpAddresses ?? [];
        var primaries = named.Count(a => a.Primary == true) + (request.PrivateIpAddress is null ? 0 : 1);
        if (primaries > 1)
        {
            throw Errors.InvalidParameterValue("Only one primary private IP address can be specified.");
        }

        var ways = new[]
        {
            named.Any(a => a.Primary != true), request.SecondaryPrivateIpAddressCount is > 0,
            request.Ipv4Prefixes is { Count: > 0 }, request.Ipv4PrefixCount is > 0,
        };
        if (ways.Count(w => w) > 1)
        {
            throw Errors.InvalidParameterCombination(
                "Only one of secondary private IPv4 addresses, their number, IPv4 prefixes and their number may be "
                + "specified.");
        }
    }

    private static void CheckIpv6(AddressWish wish)
    {
        var ways = new[]
        {
            wish.Ipv6.Count > 0, wish.Ipv6Count > 0, wish.Ipv6Prefixes.Count > 0, wish.Ipv6PrefixCount > 0,
        };
        if (ways.Count(w => w) > 1)
        {
            throw Errors.InvalidParameterCombination(
                "Only one of IPv6 addresses, their number, IPv6 prefixes and their number may be specified.");
        }
    }

    private static void CheckPlace(
        CreateNetworkInterfaceRequest request, SubnetRecord subnet, string? primary, AddressWish wish)
    {
        var wantsIpv4 = primary is not null || wish.Ipv4.Count + wish.Ipv4Prefixes.Count > 0
            || wish.Ipv4Count + wish.Ipv4PrefixCount > 0;
        var wantsIpv6 = wish.Ipv6.Count + wish.Ipv6Prefixes.Count > 0 || wish.Ipv6Count + wish.Ipv6PrefixCount > 0;
        if (request.InterfaceType == NetworkInterfaceCreationType.EfaOnly && (wantsIpv4 || wantsIpv6))
        {
            throw Errors.InvalidParameterCombination("An efa-only network interface does not support IP addresses.");
        }

        if (subnet.Ipv6Native && wantsIpv4)
        {
            throw Errors.InvalidParameterCombination(
                $"IPv4 addresses cannot be assigned in the IPv6 only subnet '{subnet.Id}'.");
        }
    }

    private static void OneOf(params (string Name, bool Given)[] ways)
    {
        switch (ways.Count(way => way.Given))
        {
            case 0:
                throw Errors.Missing(string.Join(" or ", ways.Select(way => way.Name)));
            case 1:
                return;
            default:
                var given = ways.Where(way => way.Given).Select(way => way.Name);
                throw Errors.InvalidParameterCombination(
                    $"Only one of {string.Join(" and ", given)} may be specified.");
        }
    }

    private static string Given(string? value, string parameter) => value ?? throw Errors.Missing(parameter);
}
