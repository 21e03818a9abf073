using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Tests.Differential.Reachability;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>
/// Random flows of TCP and UDP through a topology: between all kinds of ends, each from a port of its own. Everything
/// follows from the seed.
/// </summary>
internal sealed class KernelFlows(Topology topology, int seed)
{
    /// <summary>The ports that every end listens on.</summary>
    public static readonly IReadOnlyList<int> Services = [22, 80, 443];

    // RFC 2544; some networks have it as the block of a VPC.
    private static readonly Cidr Benchmarking = Cidr.Parse("198.18.0.0/15");

    private readonly NaiveRules _rules = new(topology);
    private readonly Random _random = new(seed);

    /// <summary>Flows from different ports.</summary>
    public IReadOnlyList<Flow> Make(int count)
    {
        var flows = new List<Flow>();
        for (var tries = 0; flows.Count < count && tries < 20 * count; tries++)
            if (One(flows.Count) is { } flow)
                flows.Add(flow);
        return flows;
    }

    private Flow? One(int number)
    {
        var nics = _rules.All<NetworkInterface>().Where(n => n.Addresses.Count > 0).ToList();
        if (Chance(10))
            nics = [.. nics.Where(LeavesByNat)];
        var sites = _rules.All<OnPremisesNetwork>().ToList();
        var site = sites.Count > 0 && Chance(12) ? Pick(sites) : null;
        var outside = site is null && (nics.Count == 0 || Chance(15));
        var nic = outside || site is not null ? null : Pick(nics);
        var from = site is not null ? Pick(SiteParts.Hosts(site).ToList())
            : nic is null ? Pick(GatewayParts.Hosts)
            : Pick(nic.Addresses).Private;
        if (Destination(nic, from.IsV6) is not { } to || GoesNowhere(nic, from, to))
            return null;
        return new Flow(new FlowEnd(nic?.Id ?? site?.Id, from), FlowEnd.At(to), Chance(55) ? 6 : 17, Pick(Services))
        {
            // One in ten from a port that servers have, which narrow ACLs do not let back.
            SourcePort = Chance(10) ? 500 + number : 20000 + number,
        };
    }

    // To oneself, between hosts of the internet, or to a VPC's public block from elsewhere: the engine takes any
    // public address for somebody's on the internet; here only a few hosts stand for it.
    private bool GoesNowhere(NetworkInterface? nic, IpAddress from, IpAddress to) => nic is null
        ? from == to || (GatewayParts.Hosts.Contains(from) && GatewayParts.Answering.Contains(to))
        : nic.Addresses.Any(a => a.Private == to) || (Benchmarking.Contains(to) && !_rules.InVpc(to, nic.VpcId));

    private bool LeavesByNat(NetworkInterface nic) => _rules.Decide(
        _rules.Get<Subnet>(nic.SubnetId)!.RouteTableId ?? _rules.Get<Vpc>(nic.VpcId)!.MainRouteTableId,
        nic.VpcId!, GatewayParts.Hosts[0]).Route?.Target.Split('-')[0] is "nat" or "tgw";

    private IpAddress? Destination(NetworkInterface? nic, bool six)
    {
        var nics = _rules.All<NetworkInterface>().ToList();
        var nats = _rules.All<NatGateway>().Where(n => n.State != NatGatewayState.Deleted).SelectMany(n => n.Addresses);
        var choices = _random.Next(100) switch
        {
            // Half of them in another VPC.
            < 60 => Pick(Chance(50) && nics.Any(n => n.VpcId != nic?.VpcId)
                ? [.. nics.Where(n => n.VpcId != nic?.VpcId)]
                : nics).Addresses.Select(a => a.Private),
            < 75 => nics.SelectMany(n => n.Addresses).Select(a => a.Public).OfType<IpAddress>(),
            < 86 => GatewayParts.Hosts,
            < 90 => _rules.All<OnPremisesNetwork>().SelectMany(SiteParts.Hosts),
            < 92 => nats.Select(a => a.Private),
            < 94 => nats.Select(a => a.Public).OfType<IpAddress>(),
            _ => _rules.All<Subnet>().SelectMany(s => s.Cidrs).Select(c => c.At(77)),
        };
        var family = choices.Where(a => a.IsV6 == six).ToList();
        return family.Count == 0 ? null : Pick(family);
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
