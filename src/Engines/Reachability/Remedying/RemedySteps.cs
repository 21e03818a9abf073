using Orrery.Core;
using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Remedying;

/// <summary>The steps (one or a few changes each) that could lift the drop at which a trace ended.</summary>
internal sealed class RemedySteps(Spares spares)
{
    public IEnumerable<IReadOnlyList<Change>> For(Topology topology, Trace trace)
    {
        if (trace.StoppedAt is not { } hop)
            return [];
        var way = trace.StoppedOnReturn ? trace.Return : trace.Forward;
        return new TransitSteps(topology, way, hop).All().Concat(OfDisposition(topology, trace, hop));
    }

    private IEnumerable<IReadOnlyList<Change>> OfDisposition(Topology topology, Trace trace, Hop hop)
    {
        return trace.Disposition switch
        {
            Disposition.DeniedBySecurityGroup => FilterSteps.ForGroup(topology, hop),
            Disposition.DeniedByNetworkAcl => FilterSteps.ForAcl(topology, hop),
            Disposition.SourceDestCheck => [[Uncheck(hop)]],
            Disposition.NoPublicAddress =>
                [.. ForPublicAddress(topology, hop), .. RoutesOf(topology, trace)],
            Disposition.NoInternetGateway or Disposition.InboundNotAllowed => ForGateway(topology, hop),
            Disposition.NoSuchAddress or Disposition.NotFunctional => [],
            _ => RoutesOf(topology, trace),
        };
    }

    private static Change Uncheck(Hop hop) => new(
        "ec2:ModifyNetworkInterfaceAttribute", hop.Id,
        new Dictionary<string, string> { ["NetworkInterfaceId"] = hop.Id, ["SourceDestCheck.Value"] = "false" });

    // The inner address is the source of what goes out, and the destination of what comes in.
    private IEnumerable<IReadOnlyList<Change>> ForPublicAddress(Topology topology, Hop hop)
    {
        var inside = hop.Code == ExplanationCodes.IgwPrivateIpAssociationForIngress
            ? hop.Packet.Destination
            : hop.Packet.Source;
        if (topology.Vpc(hop.VpcId)?.OwnerOf(inside) is InterfaceNode nic && nic.PublicOf(inside) is null)
            yield return spares.Associate(topology, nic.Element, inside);
    }

    private IEnumerable<IReadOnlyList<Change>> ForGateway(Topology topology, Hop hop)
    {
        var owner = topology.Index.PublicOwners.GetValueOrDefault(hop.Packet.Destination);
        var vpcs = owner is null
            ? topology.VpcsHolding(hop.Packet.Destination).OrderBy(vpc => vpc.Vpc.Id, StringComparer.Ordinal)
            : new[] { topology.Vpc(topology.Find(owner)?.VpcId) }.OfType<VpcIndex>();
        foreach (var vpc in vpcs)
            if (vpc.InternetGateway is null && topology.Find(owner) is not NatGateway)
                yield return spares.Attach(topology, vpc.Vpc);
    }

    private IEnumerable<IReadOnlyList<Change>> RoutesOf(Topology topology, Trace trace)
    {
        var way = trace.StoppedOnReturn ? trace.Return : trace.Forward;
        return way.LastOrDefault(hop => hop.Kind == HopKind.RouteTable) is { } table
            && topology.Vpc(table.VpcId) is { } vpc
            ? new RouteSteps(topology, vpc, table, spares).All()
            : [];
    }
}
