using Orrery.Core;
using Orrery.Engines.Reachability.Analysis;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Insights;

/// <summary>
/// A path that leaves ports open, asked of the sets of packets that get through: exact, and without trying a port.
/// </summary>
internal static class OpenPath
{
    /// <summary>
    /// One flow of each set that arrives and is answered; null where an end of the path, for example an attachment, is
    /// none that sets begin or end at.
    /// </summary>
    /// <param name="topology">The network.</param>
    /// <param name="path">The path.</param>
    /// <param name="ways">Which ways count, told from the ids on them.</param>
    public static IReadOnlyList<Flow>? Flows(
        Topology topology, NetworkInsightsPathRecord path, Func<IReadOnlyCollection<string>, bool> ways)
    {
        if (End(topology, path.Source) is not { } from || To(topology, path) is not { } to)
            return null;
        if (PathLimits.PortsOf(path) is not { } ports)
            return [];
        IpProtocol.TryParse(path.Protocol, out var protocol);
        var headers = new Headers
        {
            Protocols = [protocol],
            DestinationPorts = [ports],
            // Any, as AWS has it, unless a filter says which.
            SourcePorts = PathLimits.SourcePortsOf(path) is { } asked ? [asked] : [],
            Sources = Only(PathLimits.SourceOf(path)),
            Destinations = Only(PathLimits.DestinationOf(path)),
        };
        return [.. new NetworkAnalysis(topology)
            .Ask(new ReachQuestion(from, to) { Headers = headers, Ways = ways })
            .Select(finding => finding.Witness)];
    }

    // A path that ends at an address ends at whoever has it, or on the internet.
    private static ReachEnd? To(Topology topology, NetworkInsightsPathRecord path) =>
        path.Destination is { } id ? End(topology, id)
        : PathLimits.DestinationOf(path) is null ? null
        : ReachEnds.Parse(topology, "anywhere");

    private static ReachEnd? End(Topology topology, string id) =>
        topology.Find(id) is null or InternetGateway or NetworkInterface ? ReachEnds.Parse(topology, id) : null;

    private static IReadOnlyList<Cidr> Only(IpAddress? address) => address is { } one ? [Cidr.Single(one)] : [];
}
