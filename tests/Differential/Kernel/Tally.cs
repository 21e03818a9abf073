using System.Text;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>How many flows agreed, of each outcome and through each kind of component.</summary>
internal sealed class Tally
{
    private static readonly string[] Outcomes =
    [
        "end delivered", "end packet lost", "end reply lost", "protocol tcp", "protocol udp", "family IPv4",
        "family IPv6",
    ];

    private static readonly string[] Through =
    [
        "RouteTable", "NetworkAcl", "SecurityGroup", "Appliance", "VpcPeering", "NatGateway", "InternetGateway",
        "EgressOnlyInternetGateway", "Internet", "TransitGatewayAttachment", "TransitGatewayRouteTable",
        "TransitGatewayPeering", "VpnGateway", "VpnConnection", "OnPremises", "VpcEndpoint",
    ];

    private static readonly string[] Stops =
        [.. Through.Except(["Appliance", "TransitGatewayPeering"]), "NetworkInterface"];

    private static readonly Disposition[] Ends =
    [
        Disposition.Delivered, Disposition.NotFunctional, Disposition.DeniedBySecurityGroup,
        Disposition.DeniedByNetworkAcl, Disposition.NoRoute, Disposition.Blackhole, Disposition.SourceDestCheck,
        Disposition.NoPublicAddress, Disposition.NoInternetGateway, Disposition.GatewayRefused,
        Disposition.InboundNotAllowed, Disposition.NotTransitive, Disposition.NoSuchAddress, Disposition.Misrouted,
        Disposition.Loop, Disposition.ZoneNotAttached,
    ];

    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<string> _differences = [];
    private int _networks;
    private int _namespaces;
    private int _flows;

    public void CountNetwork(int namespaces) => (_networks, _namespaces) = (_networks + 1, _namespaces + namespaces);

    public void Count(Trace trace, string? difference)
    {
        _flows++;
        if (difference is not null)
            _differences.Add(difference);
        Add($"end {(trace.Reachable ? "delivered" : trace.StoppedOnReturn ? "reply lost" : "packet lost")}");
        Add($"disposition {trace.Disposition}");
        Add(trace.Flow.Protocol == IpProtocol.Tcp ? "protocol tcp" : "protocol udp");
        Add(trace.Forward[0].Packet.Source.IsV6 ? "family IPv6" : "family IPv4");
        var hops = trace.Forward.Concat(trace.Return).ToList();
        foreach (var kind in hops.Select(Name).Distinct())
            Add($"{(trace.Reachable ? "delivered through" : "lost after")} {kind}");
        if (trace.StoppedAt is { } stop)
            Add($"stopped at {Name(stop)}");
    }

    public void AssertAgreement() => Assert.True(
        _differences.Count == 0,
        $"{_differences.Count} of {_flows} flows differ:\n{string.Join('\n', _differences.Take(30))}");

    /// <summary>Both outcomes, and everything that can be met, were met.</summary>
    public void AssertCoverage()
    {
        foreach (var what in Outcomes.Concat(Ends.Select(end => $"disposition {end}"))
            .Concat(Through.Select(kind => $"delivered through {kind}"))
            .Concat(Stops.Select(kind => $"stopped at {kind}")))
            Assert.True(_counts.ContainsKey(what), $"No flow: {what}\n{this}");
    }

    public override string ToString()
    {
        var text = new StringBuilder($"{_networks} networks of {_namespaces} namespaces, {_flows} flows, "
            + $"{_flows - _differences.Count} agreed\n");
        foreach (var (what, count) in _counts)
            text.Append($"{count,8} {what}\n");
        return text.ToString();
    }

    private static string Name(Hop hop) =>
        hop is { Kind: HopKind.NetworkInterface, Action: HopAction.Pass } ? "Appliance" : hop.Kind.ToString();

    private void Add(string what) => _counts[what] = _counts.GetValueOrDefault(what) + 1;
}
