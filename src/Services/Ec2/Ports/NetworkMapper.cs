using Orrery.Contracts.Maps;
using Orrery.Engines.Reachability.Model;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Projections;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// Draws up the world's networks as the reachability engine has them, so that a picture and a trace never disagree.
/// </summary>
internal sealed class NetworkMapper : INetworkMap
{
    /// <inheritdoc/>
    public NetworkMap Map(ReadCall call, MapQuestion question)
    {
        var topology = ReachabilityProjection.Of(call);
        foreach (var id in question.VpcIds)
        {
            Ec2Kinds.Vpc.CheckForm(id);
            if (topology.Find<Vpc>(id) is null)
            {
                throw Ec2Kinds.Vpc.NotFound(id);
            }
        }

        var wanted = topology.Elements.OfType<Vpc>().Where(v => IsWanted(v, question)).Select(v => v.Id).ToHashSet();
        var links = new MapLinks(topology, wanted, question).All();
        var near = links.SelectMany(l => new[] { l.From, l.To }).ToHashSet();
        var parts = topology.Elements.Where(e => e.VpcId is { } vpc && (wanted.Contains(vpc) || near.Contains(vpc)))
            .ToLookup(e => e.VpcId!);
        return new(
            [
                .. topology.Elements.OfType<Vpc>().Where(v => wanted.Contains(v.Id) || near.Contains(v.Id))
                    .OrderBy(v => v.Account).ThenBy(v => v.Region).ThenBy(v => v.Id, StringComparer.Ordinal)
                    .Select(v => new MapOfVpc(call, topology, parts[v.Id]).Of(v, isFar: !wanted.Contains(v.Id))),
            ],
            [
                .. topology.Elements.OfType<TransitGateway>()
                    .Where(g => near.Contains(g.Id) || IsWanted(g, question) && question.VpcIds.Count == 0)
                    .OrderBy(g => g.Account).ThenBy(g => g.Region).ThenBy(g => g.Id, StringComparer.Ordinal)
                    .Select(g => new MapHub(g.Id, MapOfVpc.NameOf(call, g), g.Account, g.Region)),
            ],
            [.. Sites(topology, near)],
            links);
    }

    private static bool IsWanted(Element element, MapQuestion question) =>
        (question.Account is null || element.Account == question.Account)
        && (question.Region is null || element.Region == question.Region)
        && (question.VpcIds.Count == 0 || question.VpcIds.Contains(element.Id));

    private static IEnumerable<MapSite> Sites(Topology topology, HashSet<string> near)
    {
        var known = topology.Elements.OfType<OnPremisesNetwork>().ToDictionary(n => n.Id);
        return topology.Elements.OfType<VpnConnection>().Select(c => c.CustomerGatewayId).Distinct()
            .Where(near.Contains).Order(StringComparer.Ordinal)
            .Select(id => new MapSite(
                id, known.TryGetValue(id, out var site) ? [.. site.Cidrs.Select(c => c.ToString())] : []));
    }
}
