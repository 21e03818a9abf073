using System.Globalization;
using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.NetworkAcls;

/// <summary>Entries of network ACLs. Source: EC2 API Reference, CreateNetworkAclEntry; Amazon VPC quotas.</summary>
internal static class AclEntries
{
    /// <summary>The number of the final denial for IPv4; the one for IPv6 follows it.</summary>
    public const int FinalRule = 32767;

    private const int LastRule = 32766;

    /// <summary>Reads an entry as CreateNetworkAclEntry and ReplaceNetworkAclEntry are given it.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue, MissingParameter,
    /// InvalidParameterCombination.</exception>
    public static NetworkAclEntryRecord Read(EntryRequest request)
    {
        if (request.RuleNumber is < 1 or > LastRule)
        {
            throw Errors.InvalidParameterValue(
                $"Invalid value '{request.RuleNumber}' for ruleNumber. The rule number must be between 1 and "
                + $"{LastRule}.");
        }

        var protocol = Protocol(request.Protocol);
        var entry = new NetworkAclEntryRecord
        {
            RuleNumber = request.RuleNumber,
            Egress = request.Egress,
            RuleAction = request.Action,
            Protocol = protocol,
            Cidr = Block(request.CidrBlock, request.Ipv6CidrBlock),
        };
        return protocol switch
        {
            "6" or "17" => WithPorts(entry, request.Ports ?? throw Errors.Missing("portRange")),
            "1" or "58" => entry with
            {
                IcmpType = (request.Icmp ?? throw Errors.Missing("icmpTypeCode")).Type ?? -1,
                IcmpCode = request.Icmp.Code ?? -1,
            },
            _ => entry,
        };
    }

    /// <summary>The entry of a number and direction, or null.</summary>
    public static NetworkAclEntryRecord? Find(NetworkAclRecord acl, int number, bool egress) =>
        acl.Entries.FirstOrDefault(e => e.RuleNumber == number && e.Egress == egress);

    /// <summary>Refuses more entries in one direction than an ACL may have.</summary>
    /// <exception cref="ServiceException">NetworkAclEntryLimitExceeded.</exception>
    public static void CheckLimit(Call call, NetworkAclRecord acl)
    {
        var limit = call.LimitOf(VpcQuotas.AclEntries);
        if (acl.Entries.Count(e => e.Egress) > limit || acl.Entries.Count(e => !e.Egress) > limit)
        {
            throw new ServiceException(
                "NetworkAclEntryLimitExceeded",
                $"The maximum number of network acl entries has been reached for {acl.Id}.");
        }
    }

    private static NetworkAclEntryRecord WithPorts(NetworkAclEntryRecord entry, PortRange ports)
    {
        var (from, to) = (ports.From ?? 0, ports.To ?? 65535);
        return from is >= 0 and <= 65535 && to is >= 0 and <= 65535 && from <= to
            ? entry with { FromPort = from, ToPort = to }
            : throw Errors.InvalidParameterValue($"Invalid value '{from}-{to}' for portRange.");
    }

    private static Cidr Block(string? ipv4, string? ipv6) => (ipv4, ipv6) switch
    {
        ({ }, { }) => throw Errors.InvalidParameterCombination(
            "Only one of cidrBlock and ipv6CidrBlock may be specified."),
        ({ } text, null) => CidrRules.Ipv4(text, "cidrBlock"),
        (null, { } text) => Cidr.TryParse(text, out var cidr, out _) && cidr.IsV6
            ? cidr
            : throw Errors.InvalidParameterValue(
                $"Value ({text}) for parameter ipv6CidrBlock is invalid. This is not a valid CIDR block."),
        _ => throw Errors.Missing("cidrBlock"),
    };

    private static string Protocol(string text) => text.ToLowerInvariant() switch
    {
        "all" or "-1" => "-1",
        "tcp" => "6",
        "udp" => "17",
        "icmp" => "1",
        "icmpv6" => "58",
        var number when byte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value) =>
            value.ToString(CultureInfo.InvariantCulture),
        _ => throw Errors.InvalidParameterValue($"Invalid value '{text}' for IP protocol. Unknown protocol."),
    };
}
