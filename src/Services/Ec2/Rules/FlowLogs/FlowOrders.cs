using System.Globalization;
using Orrery.Contracts.Flows;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>What flows can be sent: none longer or more than a world can log.</summary>
internal static class FlowOrders
{
    private const int LastPort = 65535;
    private const int MostFlows = 1000;
    private const long MostPackets = 1_000_000_000_000;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The protocol's number.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterValue.</exception>
    public static int Protocol(FlowOrder order) =>
        IpProtocol.TryParse(order.Protocol, out var number) ? number : throw Bad(
            "protocol", order.Protocol, "Use tcp, udp, icmp, icmpv6 or a number.");

    /// <summary>Refuses figures that there cannot be.</summary>
    /// <exception cref="Core.ServiceException">InvalidParameterValue, MissingParameter.</exception>
    public static void Check(FlowOrder order)
    {
        var protocol = Protocol(order);
        if (IpProtocol.HasPorts(protocol) && order.Port is null)
        {
            throw Errors.Missing("port");
        }

        CheckRange("port", order.Port ?? 0, 0, LastPort);
        CheckRange("count", order.Count, 1, MostFlows);
        CheckRange("sourcePort", order.SourcePort ?? 0, 0, LastPort + 1 - order.Count);
        CheckRange("packets", order.Packets, 1, MostPackets);
        CheckRange("replyPackets", order.ReplyPackets ?? 0, 0, MostPackets);
        if (order.Duration < TimeSpan.Zero || order.Duration > Longest)
        {
            throw Bad("duration", order.Duration.ToString(), "A flow takes no longer than a day.");
        }

        CheckBytes("bytes", order.Bytes, order.Packets, protocol);
        CheckBytes("replyBytes", order.ReplyBytes, order.ReplyPackets ?? order.Packets, protocol);
    }

    /// <summary>The packets there, from an instant.</summary>
    public static FlowSpread There(FlowOrder order, DateTimeOffset start) => new(
        start, order.Duration, order.Packets, order.Bytes ?? (order.Packets * Usual(Protocol(order))));

    /// <summary>The packets back, from an instant; null where none are sent.</summary>
    public static FlowSpread? Back(FlowOrder order, DateTimeOffset start)
    {
        var packets = order.ReplyPackets ?? order.Packets;
        var bytes = order.ReplyBytes
            ?? (packets == order.Packets && order.Bytes is { } same ? same : packets * Usual(Protocol(order)));
        return packets == 0 ? null : new(start, order.Duration, packets, bytes);
    }

    // The headers alone; for ICMP what ping sends, as in the user guide's example (4 packets, 336 bytes).
    private static long Usual(int protocol) => IpProtocol.IsIcmp(protocol) ? 84 : Least(protocol);

    private static long Least(int protocol) => protocol switch
    {
        IpProtocol.Tcp => 40,
        IpProtocol.Udp or IpProtocol.Icmp or IpProtocol.Icmp6 => 28,
        _ => 20,
    };

    private static void CheckBytes(string name, long? bytes, long packets, int protocol)
    {
        if (bytes is { } given)
        {
            CheckRange(name, given, packets * Least(protocol), packets * ushort.MaxValue);
        }
    }

    private static void CheckRange(string name, long value, long from, long to)
    {
        if (value < from || value > to)
        {
            throw Bad(name, value.ToString(CultureInfo.InvariantCulture), $"It is {from} to {to}.");
        }
    }

    private static Core.ServiceException Bad(string name, string value, string rule) =>
        Errors.InvalidParameterValue($"Value ({value}) for parameter {name} is invalid. {rule}");
}
