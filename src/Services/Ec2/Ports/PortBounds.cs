using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// The ports that stand for all others: between two bounds of rules nothing can tell ports apart, so that one of each
/// stretch is enough to know them all.
/// </summary>
internal static class PortBounds
{
    private const int Last = 65535;

    /// <summary>The first port of each stretch within a range, in order.</summary>
    public static IReadOnlyList<int> Of(Topology topology, int from, int to)
    {
        var starts = new SortedSet<int> { from };
        foreach (var (protocol, ports) in topology.Elements.SelectMany(RangesOf))
        {
            if ((IpProtocol.HasPorts(protocol) || protocol == IpProtocol.All) && ports.From >= 0)
            {
                starts.Add(ports.From);
                starts.Add(Math.Min(ports.To, Last - 1) + 1);
            }
        }

        return [.. starts.GetViewBetween(from, to)];
    }

    private static IEnumerable<(int Protocol, PortRange Ports)> RangesOf(Element element) => element switch
    {
        SecurityGroup group => group.Rules.Select(r => (r.Protocol, r.Ports)),
        NetworkAcl acl => acl.Entries.Select(e => (e.Protocol, e.Ports)),
        _ => [],
    };
}
