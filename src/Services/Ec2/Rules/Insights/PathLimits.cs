using Orrery.Core;
using Orrery.Engines.Reachability.Model;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Insights;

/// <summary>What a path says of its packets, its own members and both of its filters together.</summary>
internal static class PathLimits
{
    private const int LastPort = 65535;

    /// <summary>The source address, or null for any.</summary>
    public static IpAddress? SourceOf(NetworkInsightsPathRecord path) =>
        Address(path.SourceIp ?? path.FilterAtSource?.SourceAddress);

    /// <summary>
    /// The destination address, or null for any. What the filter at the destination says is one where no resource is
    /// named; else packets are only checked against it when they arrive, for a gateway may change it.
    /// </summary>
    public static IpAddress? DestinationOf(NetworkInsightsPathRecord path) => Address(
        path.DestinationIp ?? path.FilterAtSource?.DestinationAddress
        ?? (path.Destination is null ? path.FilterAtDestination?.DestinationAddress : null));

    /// <summary>The destination ports; null where the filters exclude each other.</summary>
    public static PortRange? PortsOf(NetworkInsightsPathRecord path)
    {
        if (path.DestinationPort is { } port)
        {
            return PortRange.Only(port);
        }

        var (one, other) = (path.FilterAtSource?.DestinationPortRange, path.FilterAtDestination?.DestinationPortRange);
        var first = Math.Max(one?.From ?? 0, other?.From ?? 0);
        var last = Math.Min(one?.To ?? LastPort, other?.To ?? LastPort);
        return first <= last ? new PortRange(first, last) : null;
    }

    /// <summary>The source ports; null for an ephemeral one.</summary>
    public static PortRange? SourcePortsOf(NetworkInsightsPathRecord path) =>
        (path.FilterAtSource?.SourcePortRange ?? path.FilterAtDestination?.SourcePortRange) is { } range
            ? new PortRange(range.From, range.To)
            : null;

    private static IpAddress? Address(string? text) => text is null ? null : IpAddress.Parse(text);
}
