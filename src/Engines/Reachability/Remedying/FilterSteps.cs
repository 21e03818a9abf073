using System.Globalization;
using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Remedying;

/// <summary>
/// The steps that let a packet through security groups and network ACLs, and nothing more than that packet's kind.
/// </summary>
internal static class FilterSteps
{
    private const int FirstEphemeralPort = 1024;

    /// <summary>A rule for the other side's address, or for its security group where that can be named.</summary>
    public static IEnumerable<IReadOnlyList<Change>> ForGroup(Topology topology, Hop hop)
    {
        if (!topology.TryFind<SecurityGroup>(hop.Id, out _))
            yield break;
        var other = Other(hop);
        var block = BlockOf(other);
        yield return [Authorize(hop, block.IsV6 ? PermissionNames.Block6 : PermissionNames.Block4, block.ToString())];
        var named = hop.Code is ExplanationCodes.SgReferencesNotPreserved or ExplanationCodes.SgReferencingSupport;
        if (named || topology.Vpc(hop.VpcId) is not { } own)
            yield break;
        var holders = topology.VpcsHolding(other).Where(vpc => vpc == own || own.HasActivePeeringWith(vpc.Vpc.Id));
        foreach (var vpc in holders.OrderBy(vpc => vpc.Vpc.Id, StringComparer.Ordinal))
            if (vpc.Vpc.Region == own.Vpc.Region && vpc.OwnerOf(other) is InterfaceNode { Groups.Length: > 0 } nic)
                yield return [Authorize(hop, PermissionNames.Group, nic.Groups[0].Id)];
    }

    /// <summary>An entry in front of the one that denies, or no such entry.</summary>
    public static IEnumerable<IReadOnlyList<Change>> ForAcl(Topology topology, Hop hop)
    {
        if (!topology.TryFind<NetworkAcl>(hop.Id, out var acl))
            yield break;
        var used = acl.Entries.Where(e => e.Direction == hop.Direction).Select(e => e.RuleNumber).ToHashSet();
        var below = Math.Min(hop.Entry?.RuleNumber ?? 32767, 32767);
        var free = Enumerable.Range(1, below - 1).Reverse().FirstOrDefault(number => !used.Contains(number));
        if (free > 0)
            yield return [AddEntry(hop, free)];
        if (hop.Entry is { } entry && (free == 0 || EntryIsNarrow(entry)))
            yield return
            [
                new Change("ec2:DeleteNetworkAclEntry", hop.Id, new Dictionary<string, string>
                {
                    ["NetworkAclId"] = hop.Id, ["RuleNumber"] = Text(entry.RuleNumber), ["Egress"] = Egress(hop),
                }),
            ];
    }

    // The final deny of AWS cannot be removed.
    private static bool EntryIsNarrow(NetworkAclEntry entry) => entry.RuleNumber < 32767;

    private static Change Authorize(Hop hop, string whom, string value)
    {
        var packet = hop.Packet;
        var arguments = new Dictionary<string, string>
        {
            ["GroupId"] = hop.Id,
            [PermissionNames.Protocol] = Text(packet.Protocol),
            [whom] = value,
        };
        if (IpProtocol.HasPorts(packet.Protocol))
            arguments[PermissionNames.FromPort] = arguments[PermissionNames.ToPort] = Text(packet.DestinationPort);
        else if (IpProtocol.IsIcmp(packet.Protocol))
        {
            arguments[PermissionNames.FromPort] = Text(packet.DestinationPort);
            arguments[PermissionNames.ToPort] = "-1";
        }

        var side = hop.Direction == TrafficDirection.Egress ? "Egress" : "Ingress";
        return new Change($"ec2:AuthorizeSecurityGroup{side}", hop.Id, arguments);
    }

    private static Change AddEntry(Hop hop, int number)
    {
        var packet = hop.Packet;
        var block = BlockOf(Other(hop));
        var arguments = new Dictionary<string, string>
        {
            ["NetworkAclId"] = hop.Id,
            ["RuleNumber"] = Text(number),
            ["Protocol"] = Text(packet.Protocol),
            ["RuleAction"] = "allow",
            ["Egress"] = Egress(hop),
            [block.IsV6 ? "Ipv6CidrBlock" : "CidrBlock"] = block.ToString(),
        };
        if (IpProtocol.HasPorts(packet.Protocol))
        {
            // What goes to an ephemeral port goes to any of them: the next connection has another.
            var ephemeral = packet.DestinationPort is Flow.EphemeralPort or Flow.NatPort;
            arguments["PortRange.From"] = Text(ephemeral ? FirstEphemeralPort : packet.DestinationPort);
            arguments["PortRange.To"] = Text(ephemeral ? ushort.MaxValue : packet.DestinationPort);
        }
        else if (IpProtocol.IsIcmp(packet.Protocol))
            (arguments["Icmp.Type"], arguments["Icmp.Code"]) = (Text(packet.DestinationPort), "-1");

        return new Change("ec2:CreateNetworkAclEntry", hop.Id, arguments);
    }

    private static IpAddress Other(Hop hop) =>
        hop.Direction == TrafficDirection.Ingress ? hop.Packet.Source : hop.Packet.Destination;

    // The address that stands for any host on the internet stands for all of them.
    private static Cidr BlockOf(IpAddress address) =>
        address == FlowEnd.InternetV4 ? Cidr.AnyV4
        : address == FlowEnd.InternetV6 ? Cidr.AnyV6
        : Cidr.Single(address);

    private static string Egress(Hop hop) => hop.Direction == TrafficDirection.Egress ? "true" : "false";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
