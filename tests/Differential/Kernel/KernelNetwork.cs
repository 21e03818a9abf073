using Orrery.Engines.Reachability.Model;
using Orrery.Tests.Differential.Reachability;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>A topology in network namespaces, with the kernel's own routing and nftables.</summary>
internal sealed class KernelNetwork : IDisposable
{
    private readonly Dictionary<string, NetworkNamespace> _namespaces = [];

    private KernelNetwork(NetworkPlan plan) => Plan = plan;

    public NetworkPlan Plan { get; }

    /// <summary>The namespace of an interface, or of the internet.</summary>
    public NetworkNamespace At(string name) => _namespaces[name];

    /// <summary>Builds the namespaces of a topology; throws where the kernel or its tools refuse anything.</summary>
    public static KernelNetwork Build(Topology topology)
    {
        var network = new KernelNetwork(PlanOf(topology));
        try
        {
            network.Make();
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var made in _namespaces.Values)
            made.Dispose();
    }

    /// <summary>The scripts of a topology.</summary>
    public static NetworkPlan PlanOf(Topology topology)
    {
        var rules = new NaiveRules(topology);
        var (plan, marks) = (new NetworkPlan(), new Marks(rules));
        var hosts = new HostParts(rules, marks);
        var gateways = new GatewayParts(rules, plan);
        var sites = new SiteParts(rules, plan);
        var vpcs = rules.All<Vpc>().ToDictionary(vpc => vpc.Id, vpc => new VpcParts(rules, vpc));
        sites.AddSites();
        foreach (var vpc in vpcs.Values)
        {
            plan.Add(vpc.Router);
            foreach (var nic in rules.All<NetworkInterface>().Where(n => n.VpcId == vpc.Vpc.Id))
            {
                var host = plan.Add(hosts.Plan(nic));
                plan.Link(vpc.Router, vpc.AddStation(nic), host, "eth0");
                hosts.Fill(host, nic);
            }

            foreach (var nat in rules.All<NatGateway>()
                .Where(n => n.VpcId == vpc.Vpc.Id && n.State != NatGatewayState.Deleted))
            {
                var gateway = plan.Add(NatParts.Plan(nat));
                plan.Link(vpc.Router, vpc.AddStation(nat), gateway, "eth0");
                NatParts.Fill(gateway, nat, vpc.Vpc);
            }

            gateways.Add(vpc.Vpc, vpc.Router);
            sites.AddGateway(vpc.Vpc, vpc.Router);
            sites.AddEndpoints(vpc.Vpc, vpc);
        }

        AddPeerings(rules, plan, vpcs, marks);
        new TransitParts(rules, plan, marks).Add(vpcs, sites);
        foreach (var vpc in vpcs.Values)
            vpc.Fill();
        gateways.FillInternet();
        return plan;
    }

    private static void AddPeerings(
        NaiveRules rules, NetworkPlan plan, Dictionary<string, VpcParts> vpcs, Marks marks)
    {
        var count = 0;
        foreach (var peering in rules.All<VpcPeering>().Where(p => p.State == VpcPeeringState.Active))
            if (vpcs.TryGetValue(peering.RequesterVpcId, out var a)
                && vpcs.TryGetValue(peering.AccepterVpcId, out var b))
            {
                var device = $"pcx{count++}";
                plan.Link(a.Router, device, b.Router, device);
                a.AddPeer(peering.Id, device, b.Vpc, marks.OfPeer(b.Vpc.Id));
                b.AddPeer(peering.Id, device, a.Vpc, marks.OfPeer(a.Vpc.Id));
            }
    }

    private void Make()
    {
        foreach (var plan in Plan.Namespaces)
            _namespaces[plan.Name] = NetworkNamespace.TryMake(plan.Switches)
                ?? throw new InvalidOperationException("A network namespace is refused.");
        At("internet").Feed("ip", "-batch -", Plan.LinkScript(plan => At(plan.Name).Path));
        Parallel.ForEach(Plan.Namespaces, new ParallelOptions { MaxDegreeOfParallelism = 3 }, plan =>
        {
            var made = At(plan.Name);
            made.Feed("ip", "-batch -", plan.IpScript);
            made.Feed("ip", "-6 -batch -", plan.Ip6Script);
            made.Feed("nft", "-f -", plan.NftScript);
        });
    }
}
