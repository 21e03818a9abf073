using Orrery.Engines.Reachability.Model;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>A NAT gateway as a namespace that forwards what the VPC sends with its own address (snat).</summary>
internal static class NatParts
{
    public static NamespacePlan Plan(NatGateway nat) =>
        new(nat.Id) { Forwards4 = nat.State == NatGatewayState.Available };

    public static void Fill(NamespacePlan plan, NatGateway nat, Vpc vpc)
    {
        HostParts.AddAddresses(plan, nat.Addresses, "eth0");
        plan.Ip.Add("route add 0.0.0.0/0 dev eth0");
        var own = string.Join(", ", vpc.Cidrs.Where(block => !block.IsV6));
        // The range of ports is documented: VPC user guide, "NAT gateway basics".
        plan.AddTable("ip translation", [
            "leaving", "type nat hook postrouting priority 100; policy accept;",
            $"meta l4proto {{ tcp, udp }} snat to {nat.Addresses[0].Private}:1024-65535",
        ]);
        plan.AddTable(
            "inet filters",
            [
                "forwarding", "type filter hook forward priority 0; policy drop;", "ct state established accept",
                $"ct state new ip saddr {{ {own} }} accept",
                $"ct state new ip dscp {Marks.Transit} accept",
            ],
            ["received", "type filter hook input priority 0; policy drop;", "iifname lo accept"]);
    }
}
