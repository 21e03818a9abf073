using System.Globalization;
using Orrery.Contracts.Flows;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.FlowLogs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Publishes what flow logs captured: when an aggregation interval ends, and after the time that AWS typically takes
/// (about 5 minutes to CloudWatch Logs, 10 to S3: Amazon VPC User Guide, "Flow log records").
/// </summary>
internal sealed class FlowLogLoop : ITimerHandler
{
    private const string TimerKind = "ec2.flow-log";
    private const string Processed = "/out";

    private static readonly TimeSpan ToGroup = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan ToBucket = TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Lets an interval of a flow log end.</summary>
    public static void Begin(Call call, Scope scope, FlowLogRecord log, DateTimeOffset end)
    {
        var subject = FlowRecordKey.FirstOf(log.Id, end).Value;
        call.Cancel(TimerKind, subject, scope);
        call.Schedule(TimerKind, end, subject, scope);
    }

    /// <summary>Forgets what a flow log has captured and not yet delivered.</summary>
    public static void Stop(Call call, FlowLogId log)
    {
        foreach (var window in Captured(call, log, FlowRecordKey.FirstOf(log)).GroupBy(c => WindowKey(c.Key)).ToList())
        {
            call.Cancel(TimerKind, window.Key);
            call.Cancel(TimerKind, window.Key + Processed);
            Remove(call, window);
        }
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        var id = new FlowLogId(subject[..subject.IndexOf('/', StringComparison.Ordinal)]);
        if (call.Read(FlowLogTables.FlowLogs).Find(id) is not { } log)
        {
            return;
        }

        if (subject.EndsWith(Processed, StringComparison.Ordinal))
        {
            Deliver(call, log, subject[..^Processed.Length]);
        }
        else
        {
            var delay = log.DestinationType == LogDestinationType.S3 ? ToBucket : ToGroup;
            call.Settle(TimerKind, delay, subject + Processed);
        }
    }

    private static void Deliver(Call call, FlowLogRecord log, string window)
    {
        var captured = Captured(call, log.Id, new FlowRecordKey(window))
            .TakeWhile(c => c.Key.Value.StartsWith(window, StringComparison.Ordinal)).ToList();
        var delivery = call.Port<IFlowLogDelivery>();
        var target = FlowLogPlaces.Target(log, call.Scope);
        if (captured.Count > 0 && delivery.Obstacle(call, target) is null)
        {
            var format = FlowLogFormat.Parse(log.Format, log.TrafficType is null);
            var hash = call.NewId("x")[^8..];
            var end = captured[0].Key.At;
            var entries =
                from flow in Merged(captured)
                select new FlowLogEntry(StreamOf(log, flow.Place.Id), flow.Window, format.Line(flow));
            var place = FlowLogPlaces.Of(log, call.Scope, end, hash);
            delivery.Deliver(call, new(target, place, format.Header, [.. entries]));
        }

        Remove(call, captured);
    }

    /// <summary>The name of the log stream of an interface or attachment.</summary>
    public static string StreamOf(FlowLogRecord log, string place) =>
        $"{place}-{(log.TrafficType?.ToWire() ?? "ALL").ToLower(CultureInfo.InvariantCulture)}";

    /// <summary>What waits, from a key on.</summary>
    public static IEnumerable<FlowCaptureRecord> Captured(ReadCall call, FlowLogId log, FlowRecordKey from) =>
        call.Read(FlowLogTables.Captures).From(from).TakeWhile(c => c.Key.IsOf(log));

    // One record for all packets of an interval that have the same header, direction and fate.
    private static IEnumerable<FlowCaptureRecord> Merged(IEnumerable<FlowCaptureRecord> captured) => captured
        .GroupBy(c => (c.Place, c.Header, c.Egress, c.Accepted, c.TrafficPath, c.Transit))
        .Select(same => same.Aggregate((one, other) => one with
        {
            Packets = one.Packets + other.Packets,
            Bytes = one.Bytes + other.Bytes,
            Start = one.Start < other.Start ? one.Start : other.Start,
            End = one.End > other.End ? one.End : other.End,
            TcpFlags = one.TcpFlags | other.TcpFlags,
        }));

    private static string WindowKey(FlowRecordKey key) => key.Value[..(key.Value.LastIndexOf('/') + 1)];

    private static void Remove(Call call, IEnumerable<FlowCaptureRecord> captured)
    {
        var table = call.Write(FlowLogTables.Captures);
        foreach (var capture in captured)
        {
            table.Remove(capture.Key);
        }
    }
}
