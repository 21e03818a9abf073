using System.Globalization;
using Orrery.Contracts.Flows;
using Orrery.Engines.Reachability.Tracing;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>Writes what flow logs capture of the flows of one order, and lets their intervals end.</summary>
internal sealed class FlowCaptures(Call call, FlowOrder order)
{
    private const int Fin = 1;
    private const int Syn = 2;
    private const int SynAck = 18;

    private readonly FlowSpread _there = FlowOrders.There(order, call.Now);
    private readonly FlowSpread? _back = FlowOrders.Back(order, call.Now);
    private readonly Dictionary<(Scope Scope, FlowLogId Log, DateTimeOffset End), FlowLogRecord> _windows = [];
    private readonly List<FlowSighting> _told = [];
    private readonly string _mark = call.NewId("flow");
    private int _rows;

    /// <summary>Adds what was seen of one flow.</summary>
    /// <param name="trace">The flow.</param>
    /// <param name="sights">What was seen.</param>
    /// <param name="number">Which flow of the order it is, from 0.</param>
    public void Add(Trace trace, IReadOnlyList<FlowSight> sights, int number)
    {
        var nat = Translations(trace);
        foreach (var sight in sights)
        {
            if ((sight.IsReply ? _back : _there) is not { } spread)
            {
                continue;
            }

            var seen = sight with { Header = Translated(sight.Header, nat, number) };
            var logs = LogsOf(seen).ToList();
            DateTimeOffset? due = null;
            foreach (var log in logs)
            {
                due = Capture(log, seen, spread, trace.Reachable) is var end && end > due ? end : due ?? end;
            }

            if (number == 0)
            {
                _told.Add(new(
                    seen.Place.Id,
                    seen.Egress ? "egress" : "ingress",
                    seen.Transit is not null ? null : seen.Accepted ? "ACCEPT" : "REJECT",
                    seen.Packet.ToString(),
                    [.. logs.Select(l => l.Id.Value)],
                    due));
            }
        }
    }

    /// <summary>Sets the timers; tells what was seen of the first flow.</summary>
    public IReadOnlyList<FlowSighting> Finish()
    {
        foreach (var (window, log) in _windows)
        {
            FlowLogLoop.Begin(call, window.Scope, log, window.End);
        }

        return _told;
    }

    private IEnumerable<FlowLogRecord> LogsOf(FlowSight sight)
    {
        var table = call.Read(FlowLogTables.FlowLogs, sight.Scope);
        string?[] resources = sight.Transit is { } transit
            ? [sight.Place.Id, transit.GatewayId]
            : [sight.Place.Id, sight.Place.SubnetId, sight.Place.VpcId];
        return resources.OfType<string>()
            .SelectMany(id => table.By(FlowLogTables.FlowLogsByResource, id))
            .Where(log => log.TrafficType is null or TrafficType.All
                || (log.TrafficType == TrafficType.Accept) == sight.Accepted);
    }

    private DateTimeOffset Capture(FlowLogRecord log, FlowSight sight, FlowSpread spread, bool established)
    {
        var interval = FlowIntervals.Of(call, sight.Scope, log, sight.Place.InstanceId);
        var table = call.Write(FlowLogTables.Captures, sight.Scope);
        var end = call.Now;
        foreach (var share in spread.Over(interval))
        {
            end = share.Window + interval;
            table.Put(new()
            {
                Key = FlowRecordKey.Of(log.Id, end, Ordinal()),
                Window = share.Window,
                Place = sight.Place,
                Header = sight.Header,
                Egress = sight.Egress,
                Accepted = sight.Accepted,
                TrafficPath = sight.TrafficPath,
                Packets = share.Packets,
                Bytes = share.Bytes,
                Start = share.First,
                End = share.Last,
                TcpFlags = sight.Header.Protocol == IpProtocol.Tcp ? Flags(share, sight.IsReply, established) : 0,
                Transit = sight.Transit,
            });
            _windows[(sight.Scope, log.Id, end)] = log;
        }

        return end;
    }

    // A connection that is not made is only tried again and again.
    private static int Flags(FlowShare share, bool isReply, bool established)
    {
        var open = isReply ? SynAck : Syn;
        return !established ? open : (share.IsFirst ? open : 0) | (share.IsLast ? Fin : 0);
    }

    // The addresses that the packet had since it passed a NAT gateway.
    private static HashSet<string> Translations(Trace trace) =>
    [
        .. trace.Forward.SkipWhile(hop => hop.Kind != HopKind.NatGateway)
            .Select(hop => (hop.Translated ?? hop.Packet).Source.ToString()),
    ];

    // A NAT gateway gives each flow a port of its own; the engine, which knows one flow only, always the same.
    private static FlowHeaderRecord Translated(FlowHeaderRecord header, HashSet<string> nat, int number) => header with
    {
        SourcePort = nat.Contains(header.PacketSource) && header.SourcePort == Flow.NatPort
            ? Flow.NatPort + number
            : header.SourcePort,
        DestinationPort = nat.Contains(header.PacketDestination) && header.DestinationPort == Flow.NatPort
            ? Flow.NatPort + number
            : header.DestinationPort,
    };

    // In the order of sending, whatever else is sent at the same instant.
    private string Ordinal() => string.Create(
        CultureInfo.InvariantCulture, $"{call.Now.UtcTicks:d19}-{_mark}-{_rows++:d8}");
}
