using System.Collections.Immutable;
using System.Globalization;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// What a set of DHCP options is. Source: Amazon VPC User Guide, "DHCP option sets"; EC2 API Reference,
/// CreateDhcpOptions.
/// </summary>
internal static class DhcpRules
{
    /// <summary>The value that stands for the resolver of the VPC itself.</summary>
    public const string AmazonDns = "AmazonProvidedDNS";

    /// <summary>Makes the set that a region begins with: Amazon's DNS and the region's domain name.</summary>
    public static DhcpOptionsRecord PutRegionDefault(Call call)
    {
        var options = new DhcpOptionsRecord
        {
            Id = call.NewId<DhcpOptionsId>(),
            Configurations =
            [
                new() { Key = "domain-name", Values = [DnsNames.PrivateDomain(call.Region)] },
                new() { Key = "domain-name-servers", Values = [AmazonDns] },
            ],
            IsRegionDefault = true,
        };
        call.Write(Tables.DhcpOptions).Put(options);
        return options;
    }

    /// <summary>The set that the region began with, or null once it is deleted.</summary>
    public static DhcpOptionsId? RegionDefault(ReadCall call) =>
        call.Read(Tables.DhcpOptions).All().FirstOrDefault(options => options.IsRegionDefault)?.Id;

    /// <summary>Reads the options of a new set; several values may stand in one, separated by commas.</summary>
    /// <exception cref="ServiceException">
    /// InvalidParameterValue: an option that there is not, twice the same, or a bad value.
    /// </exception>
    public static ImmutableArray<DhcpConfigurationRecord> Read(IReadOnlyList<NewDhcpConfiguration> given)
    {
        var read = given.Select(Read).ToImmutableArray();
        if (read.IsEmpty)
        {
            throw Errors.Missing("dhcpConfigurationSet");
        }

        return read.GroupBy(c => c.Key).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw Errors.InvalidParameterValue($"The DHCP option '{twice.Key}' is specified more than once.")
            : read;
    }

    private static DhcpConfigurationRecord Read(NewDhcpConfiguration given)
    {
        var key = given.Key ?? throw Errors.Missing("DhcpConfiguration.Key");
        var values = (given.Values ?? [])
            .SelectMany(v => key == "domain-name" ? [v] : v.Split(',', StringSplitOptions.TrimEntries))
            .ToImmutableArray();
        if (values.IsEmpty)
        {
            throw Errors.Missing("DhcpConfiguration.Value");
        }

        Check(key, values);
        return new() { Key = key, Values = values };
    }

    private static void Check(string key, ImmutableArray<string> values)
    {
        var valid = key switch
        {
            "domain-name" => values is [{ Length: > 0 and <= 255 }],
            "domain-name-servers" => values is [AmazonDns] || AreAddresses(values, 4, 4),
            "ntp-servers" => AreAddresses(values, 4, 4),
            "netbios-name-servers" => AreAddresses(values, 4, 0),
            "netbios-node-type" => values is ["1" or "2" or "4" or "8"],
            "ipv6-address-preferred-lease-time" => values is [var lease] && IsLease(lease),
            _ => throw Errors.InvalidParameterValue($"Value ({key}) for parameter key is invalid. Unknown DHCP option"),
        };
        if (!valid)
        {
            throw Errors.InvalidParameterValue(
                $"Value ({string.Join(", ", values)}) for parameter value is invalid. Invalid DHCP option value "
                + $"for {key}");
        }
    }

    private static bool AreAddresses(ImmutableArray<string> values, int ipv4, int ipv6)
    {
        var addresses = values.Select(v => IpAddress.TryParse(v, out var a) ? a : (IpAddress?)null).ToList();
        return addresses.TrueForAll(a => a is not null)
            && addresses.Count(a => !a!.Value.IsV6) <= ipv4 && addresses.Count(a => a!.Value.IsV6) <= ipv6;
    }

    private static bool IsLease(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds >= 140;
}
