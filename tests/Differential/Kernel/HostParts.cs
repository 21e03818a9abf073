using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Tests.Differential.Reachability;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>
/// A network interface as a namespace: its addresses, forwarding where its source/destination check is off, and its
/// security groups as stateful rules (conntrack).
/// </summary>
internal sealed class HostParts(NaiveRules rules, Marks marks)
{
    public NamespacePlan Plan(NetworkInterface nic)
    {
        var forwards = nic is { Functional: true, SourceDestCheck: false };
        var plan = new NamespacePlan(nic.Id) { Forwards4 = forwards, Forwards6 = forwards };
        return plan;
    }

    public void Fill(NamespacePlan plan, NetworkInterface nic)
    {
        AddAddresses(plan, nic.Addresses, "eth0");
        plan.Ip.Add("route add 0.0.0.0/0 dev eth0");
        plan.Ip.Add("route add ::/0 dev eth0");
        if (!nic.Functional)
            plan.Ip.Add("link set eth0 down");
        if (nic.SecurityGroupIds.Count > 0)
            AddGroups(plan, nic);
        if (plan.Forwards4)
            plan.AddTable("inet through", [
                "forwarding", "type filter hook forward priority 10; policy accept;",
                .. marks.Passing(),
            ]);
    }

    public static void AddAddresses(NamespacePlan plan, IEnumerable<InterfaceAddress> addresses, string device) =>
        plan.Ip.AddRange(addresses.Select(a => a.Private).Select(address =>
            $"address add {Cidr.Single(address)} dev {device}{(address.IsV6 ? " nodad" : "")}"));

    private void AddGroups(NamespacePlan plan, NetworkInterface nic) => plan.AddTable(
        "inet groups",
        ["ingress", .. Rules(nic, TrafficDirection.Ingress), "drop"],
        ["egress", .. Rules(nic, TrafficDirection.Egress), "drop"],
        [
            "received", "type filter hook input priority 0; policy accept;", "iifname lo accept",
            "ct state established accept", "jump ingress",
        ],
        [
            "sent", "type filter hook output priority 0; policy accept;", "oifname lo accept",
            "ct state established accept", "jump egress",
        ],
        [
            "forwarding", "type filter hook forward priority 0; policy accept;", "ct state established accept",
            "jump ingress", "jump egress",
        ]);

    private IEnumerable<string> Rules(NetworkInterface nic, TrafficDirection direction)
    {
        var side = Matches.Side(direction);
        foreach (var rule in nic.SecurityGroupIds.Select(rules.Get<SecurityGroup>).OfType<SecurityGroup>()
            .SelectMany(group => group.Rules).Where(rule => rule.Direction == direction))
        {
            var what = Matches.Protocol(rule.Protocol, rule.Ports);
            var blocks = rule.Cidr is { } cidr ? [cidr] : rules.Get<PrefixList>(rule.PrefixListId)?.Cidrs ?? [];
            foreach (var block in blocks)
                yield return $"{Matches.Address(side, block)} {what} return";
            if (rule.GroupId is { } group)
                foreach (var member in Members(group, nic, direction))
                    yield return $"{member} {what} return";
        }
    }

    // A group's members become their addresses; where they came from shows in the packet's mark.
    private IEnumerable<string> Members(string groupId, NetworkInterface nic, TrafficDirection direction)
    {
        var ingress = direction == TrafficDirection.Ingress;
        foreach (var address in MembersIn(nic.VpcId!, groupId))
            yield return Of(address, direction) + (ingress ? $" {Mark(address, Marks.Known)}" : "");
        if (rules.Get<SecurityGroup>(groupId)?.VpcId is not { } peerId || peerId == nic.VpcId
            || rules.Get<Vpc>(peerId) is not { } peer || peer.Region != rules.Get<Vpc>(nic.VpcId)!.Region
            || !(ingress || rules.All<VpcPeering>().Any(p =>
                p.State == VpcPeeringState.Active && p.PeerOf(peerId) == nic.VpcId)))
            yield break;
        foreach (var address in MembersIn(peerId, groupId))
            yield return Of(address, direction) + (ingress ? $" {Mark(address, marks.From(peerId))}" : "");
    }

    private IEnumerable<IpAddress> MembersIn(string vpcId, string groupId) => rules.All<NetworkInterface>()
        .Where(n => n.VpcId == vpcId && n.SecurityGroupIds.Contains(groupId))
        .SelectMany(n => n.Addresses).Select(a => a.Private);

    private static string Of(IpAddress address, TrafficDirection direction) =>
        Matches.Address(Matches.Side(direction), Cidr.Single(address));

    private static string Mark(IpAddress address, string mark) => $"{(address.IsV6 ? "ip6" : "ip")} dscp {mark}";
}
