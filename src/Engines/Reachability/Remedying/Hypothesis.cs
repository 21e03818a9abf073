using System.Globalization;
using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Remedying;

/// <summary>
/// Makes changes to a topology as the named EC2 operations would: "what if". What a change creates gets the id that the
/// change gives as its subject (<c>igw-new</c>, <c>pcx-new-1</c>); later changes of the same remedy name it so.
/// </summary>
public static class Hypothesis
{
    /// <summary>The elastic address that a hypothetical AllocateAddress gives (RFC 5737: never anybody's).</summary>
    private static readonly Cidr NewAddresses = Cidr.Parse("198.51.100.0/24");

    /// <summary>The topology after changes, in their order.</summary>
    /// <exception cref="ArgumentException">A change names an operation that is not known here, or a missing
    /// resource.</exception>
    public static Topology Apply(Topology topology, IEnumerable<Change> changes) =>
        changes.Aggregate(topology, Apply);

    /// <summary>The topology after one change.</summary>
    /// <exception cref="ArgumentException">It names an operation that is not known here, or a missing
    /// resource.</exception>
    public static Topology Apply(Topology topology, Change change)
    {
        var a = change.Arguments;
        var id = change.Subject;
        return change.Action switch
        {
            "ec2:AuthorizeSecurityGroupIngress" => Authorize(topology, id, a, TrafficDirection.Ingress),
            "ec2:AuthorizeSecurityGroupEgress" => Authorize(topology, id, a, TrafficDirection.Egress),
            "ec2:CreateNetworkAclEntry" => AddEntry(topology, id, a),
            "ec2:DeleteNetworkAclEntry" => RemoveEntry(topology, id, a),
            "ec2:CreateRoute" => Routes(topology, id, routes => routes.Append(RouteArguments.RouteOf(a))),
            "ec2:ReplaceRoute" => Routes(topology, id, routes => Replace(routes, a)),
            "ec2:DeleteRoute" => Routes(topology, id, routes => routes.Where(r => !RouteArguments.Names(a, r))),
            "ec2:CreateInternetGateway" => topology.With(new InternetGateway(id)),
            "ec2:AttachInternetGateway" => topology.With(
                Get<InternetGateway>(topology, id) with { VpcId = a["VpcId"] }),
            "ec2:AllocateAddress" => topology.With(new ElasticAddress(id, FreeAddress(topology))),
            "ec2:AssociateAddress" => Associate(topology, a),
            "ec2:CreateVpcPeeringConnection" => topology.With(
                new VpcPeering(id, a["VpcId"], a["PeerVpcId"]) { State = VpcPeeringState.PendingAcceptance }),
            "ec2:AcceptVpcPeeringConnection" => topology.With(
                Get<VpcPeering>(topology, id) with { State = VpcPeeringState.Active }),
            "ec2:ModifyNetworkInterfaceAttribute" => topology.With(
                Get<NetworkInterface>(topology, id) with { SourceDestCheck = a["SourceDestCheck.Value"] == "true" }),
            _ => TransitHypothesis.Apply(topology, change)
                ?? throw new ArgumentException($"{change.Action} is not a change that the engine can try."),
        };
    }

    internal static TElement Get<TElement>(Topology topology, string id)
        where TElement : Element =>
        topology.Find<TElement>(id) ?? throw new ArgumentException($"There is no {typeof(TElement).Name} {id}.");

    private static Topology Authorize(
        Topology topology, string id, IReadOnlyDictionary<string, string> a, TrafficDirection direction)
    {
        var group = Get<SecurityGroup>(topology, id);
        var block = a.GetValueOrDefault(PermissionNames.Block4) ?? a.GetValueOrDefault(PermissionNames.Block6);
        var protocol = ProtocolOf(a[PermissionNames.Protocol]);
        var ports = Ports(a, PermissionNames.FromPort, PermissionNames.ToPort);
        var rule = new SecurityGroupRule("", direction, protocol, ports)
        {
            Cidr = block is null ? null : Cidr.Parse(block),
            GroupId = a.GetValueOrDefault(PermissionNames.Group),
        };
        return topology.With(group with { Rules = [.. group.Rules, rule] });
    }

    private static Topology AddEntry(Topology topology, string id, IReadOnlyDictionary<string, string> a)
    {
        var acl = Get<NetworkAcl>(topology, id);
        var block = Cidr.Parse(a.GetValueOrDefault("CidrBlock") ?? a["Ipv6CidrBlock"]);
        var entry = new NetworkAclEntry(
            Number(a["RuleNumber"]), DirectionOf(a), a["RuleAction"] == "allow", ProtocolOf(a["Protocol"]), block)
        {
            Ports = IpProtocol.IsIcmp(ProtocolOf(a["Protocol"]))
                ? Ports(a, "Icmp.Type", "Icmp.Code")
                : Ports(a, "PortRange.From", "PortRange.To"),
        };
        return topology.With(acl with { Entries = [.. acl.Entries, entry] });
    }

    private static Topology RemoveEntry(Topology topology, string id, IReadOnlyDictionary<string, string> a)
    {
        var acl = Get<NetworkAcl>(topology, id);
        var number = Number(a["RuleNumber"]);
        return topology.With(acl with
        {
            Entries = [.. acl.Entries.Where(e => e.RuleNumber != number || e.Direction != DirectionOf(a))],
        });
    }

    private static Topology Routes(Topology topology, string id, Func<IEnumerable<Route>, IEnumerable<Route>> change)
    {
        var table = Get<RouteTable>(topology, id);
        return topology.With(table with { Routes = [.. change(table.Routes)] });
    }

    // A local route need not be listed; replacing one lists it.
    private static IEnumerable<Route> Replace(IEnumerable<Route> routes, IReadOnlyDictionary<string, string> a) =>
        routes.Where(route => !RouteArguments.Names(a, route)).Append(RouteArguments.RouteOf(a));

    private static Topology Associate(Topology topology, IReadOnlyDictionary<string, string> a)
    {
        var address = Get<ElasticAddress>(topology, a["AllocationId"]).Address;
        var nic = Get<NetworkInterface>(topology, a["NetworkInterfaceId"]);
        var inside = IpAddress.Parse(a["PrivateIpAddress"]);
        return topology.With(nic with
        {
            Addresses =
            [
                .. nic.Addresses.Select(one => one.Private == inside ? one with { Public = address } : one),
            ],
        });
    }

    private static IpAddress FreeAddress(Topology topology)
    {
        var place = 1;
        while (topology.Index.PublicOwners.ContainsKey(NewAddresses.At((UInt128)place)))
            place++;
        return NewAddresses.At((UInt128)place);
    }

    private static TrafficDirection DirectionOf(IReadOnlyDictionary<string, string> a) =>
        a["Egress"] == "true" ? TrafficDirection.Egress : TrafficDirection.Ingress;

    private static PortRange Ports(IReadOnlyDictionary<string, string> a, string from, string to) =>
        a.TryGetValue(from, out var first) ? new PortRange(Number(first), Number(a[to])) : PortRange.All;

    private static int ProtocolOf(string text) =>
        text == "-1" ? IpProtocol.All : IpProtocol.TryParse(text, out var number)
            ? number
            : throw new ArgumentException($"{text} is not a protocol.");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
