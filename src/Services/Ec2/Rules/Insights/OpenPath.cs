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
    private const int LastPort = 65535;

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
        IpProtocol.TryParse(path.Protocol, out var protocol);
        var (source, destination) = (path.FilterAtSource, path.FilterAtDestination);
        var headers = new Headers
        {
            Protocols = [protocol],
            DestinationPorts = Both(source?.DestinationPortRange, destination?.DestinationPortRange, path),
            SourcePorts = [Range(source?.SourcePortRange ?? destination?.SourcePortRange)
                ?? PortRange.Only(Flow.EphemeralPort)],
            Sources = Only(path.SourceIp ?? source?.SourceAddress),
            Destinations = Only(AddressOf(path)),
        };
        return headers.DestinationPorts.Count == 0
            ? []
            : [.. new NetworkAnalysis(topology)
                .Ask(new ReachQuestion(from, to) { Headers = headers, Ways = ways })
                .Select(finding => finding.Witness)];
    }

    // A path that ends at an address ends at whoever has it, or on the internet.
    private static ReachEnd? To(Topology topology, NetworkInsightsPathRecord path) =>
        path.Destination is { } id ? End(topology, id)
        : AddressOf(path) is null ? null
        : ReachEnds.Parse(topology, "anywhere");

    private static ReachEnd? End(Topology topology, string id) =>
        topology.Find(id) is null or InternetGateway or NetworkInterface ? ReachEnds.Parse(topology, id) : null;

    private static string? AddressOf(NetworkInsightsPathRecord path) =>
        path.DestinationIp ?? path.FilterAtSource?.DestinationAddress
            ?? (path.Destination is null ? path.FilterAtDestination?.DestinationAddress : null);

    private static IReadOnlyList<PortRange> Both(
        PortRangeRecord? one, PortRangeRecord? other, NetworkInsightsPathRecord path)
    {
        if (path.DestinationPort is { } port)
            return [PortRange.Only(port)];
        var first = Math.Max(one?.From ?? 0, other?.From ?? 0);
        var last = Math.Min(one?.To ?? LastPort, other?.To ?? LastPort);
        return first <= last ? [new PortRange(first, last)] : [];
    }

    private static PortRange? Range(PortRangeRecord? range) =>
        range is null ? null : new PortRange(range.From, range.To);

    private static IReadOnlyList<Cidr> Only(string? address) =>
        address is null ? [] : [Cidr.Single(IpAddress.Parse(address))];
}
