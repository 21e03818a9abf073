using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Sharing;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.SecurityGroups;

/// <summary>Reads the rules out of what Authorize, Revoke and the description operations are given.</summary>
internal static class PermissionRules
{
    private const int MaxDescription = 255;

    // Source: EC2 API Reference, IpRange.Description.
    private static readonly System.Buffers.SearchValues<char> DescriptionCharacters =
        System.Buffers.SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ._-:/()#,@[]+=&;{}!$*");

    /// <summary>Every rule that a set of permissions names, with its description.</summary>
    /// <exception cref="ServiceException">A permission is malformed, names no peer, or names one that does not
    /// exist.</exception>
    public static List<(RuleSpec Rule, string? Description)> Read(
        ReadCall call, SecurityGroupRecord group, IReadOnlyList<IpPermission> permissions)
    {
        var rules = new List<(RuleSpec Rule, string? Description)>();
        foreach (var permission in permissions)
        {
            var before = rules.Count;
            Read(call, group, permission, rules);
            if (rules.Count == before)
            {
                throw Errors.Missing("ipRanges, ipv6Ranges, prefixListIds or groups of every permission");
            }
        }

        return rules;
    }

    /// <summary>Refuses a description with a character or a length that EC2 does not take.</summary>
    public static string? CheckDescription(string? description)
    {
        if (description is { Length: > MaxDescription }
            || description.AsSpan().IndexOfAnyExcept(DescriptionCharacters) >= 0)
        {
            throw Errors.InvalidParameterValue(
                "Invalid rule description. Valid descriptions are strings less than 256 characters from the "
                + "following set:"
                + "  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*");
        }

        return description;
    }

    /// <summary>A block as EC2 keeps it, host bits cleared.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static Cidr Block(string? text, bool ipv6) =>
        Cidr.TryParse(text ?? "", out var cidr, out _) && cidr.IsV6 == ipv6
            ? cidr
            : throw Errors.InvalidParameterValue($"CIDR block {text} is malformed");

    /// <summary>A prefix list that exists.</summary>
    public static PrefixListId PrefixList(ReadCall call, string? id) =>
        SharedLists.Get(call, id ?? throw Errors.Missing("PrefixListId")).Id;

    private static void Read(
        ReadCall call,
        SecurityGroupRecord group,
        IpPermission permission,
        List<(RuleSpec Rule, string? Description)> rules)
    {
        var protocol = ProtocolRules.Normalize(permission.IpProtocol);
        var (from, to) = ProtocolRules.Ports(protocol, permission.FromPort, permission.ToPort);
        var plain = new RuleSpec(protocol, from, to);
        foreach (var range in permission.IpRanges ?? [])
        {
            rules.Add((plain with { Cidr = Block(range.CidrIp, false) }, CheckDescription(range.Description)));
        }

        foreach (var range in permission.Ipv6Ranges ?? [])
        {
            rules.Add((plain with { Cidr = Block(range.CidrIpv6, true) }, CheckDescription(range.Description)));
        }

        foreach (var list in permission.PrefixListIds ?? [])
        {
            var id = PrefixList(call, list.PrefixListIdValue);
            rules.Add((plain with { PrefixListId = id }, CheckDescription(list.Description)));
        }

        foreach (var pair in permission.UserIdGroupPairs ?? [])
        {
            var reference = GroupLookup.Reference(call, group, pair);
            rules.Add((plain with { ReferencedGroup = reference }, CheckDescription(pair.Description)));
        }
    }
}
