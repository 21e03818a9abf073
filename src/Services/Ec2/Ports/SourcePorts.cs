using System.Globalization;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// Whether a flow fares alike from all ports that a client may choose: the reply has to get back to that port, which
/// network ACLs may let in or not. Source: Amazon VPC User Guide, "Custom network ACLs" (ephemeral ports: they differ
/// by operating system, and a NAT gateway takes 1024 to 65535).
/// </summary>
internal static class SourcePorts
{
    private const int First = 1024;
    private const int Last = 65535;

    /// <summary>Which ports work, in words; null where a port was asked for, or all fare alike.</summary>
    public static string? Working(Topology topology, Trace trace)
    {
        var flow = trace.Flow;
        if (flow.SourcePort is not null || !IpProtocol.HasPorts(flow.Protocol) || trace.Forward.Count == 0)
        {
            return null;
        }

        var starts = PortBounds.Of(topology, First, Last);
        var works = starts.Select(port => Tracer.Trace(topology, flow with { SourcePort = port }).Reachable).ToList();
        if (works.TrueForAll(one => one == trace.Reachable))
        {
            return null;
        }

        var stretches = new List<string>();
        for (var i = 0; i < starts.Count; i++)
        {
            var from = i;
            while (works[from] && i + 1 < starts.Count && works[i + 1])
            {
                i++;
            }

            if (works[from])
            {
                stretches.Add(Text(starts[from], i + 1 < starts.Count ? starts[i + 1] - 1 : Last));
            }
        }

        return $"it works from the source ports {string.Join(", ", stretches)} only. Linux chooses from 32768-60999, "
            + "Windows from 49152-65535.";
    }

    private static string Text(int from, int to) =>
        from == to ? from.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{from}-{to}");
}
