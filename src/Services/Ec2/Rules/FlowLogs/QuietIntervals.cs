using Orrery.Contracts.Flows;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>
/// The intervals in which interfaces of a flow log had no traffic, for NODATA records. They are worked out when asked
/// for, the newest day's at most, for the interfaces that are there now and attached to something.
/// </summary>
internal sealed class QuietIntervals(ReadCall call, FlowLogRecord log, DateTimeOffset? since)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>A record for each.</summary>
    public IEnumerable<DeliveredEntry> All()
    {
        var format = FlowLogFormat.Parse(log.Format, transit: false);
        var busy = call.Read(FlowLogTables.Lines).From(FlowRecordKey.FirstOf(log.Id)).TakeWhile(l => l.Key.IsOf(log.Id))
            .Select(l => (l.Stream, l.Window))
            .Concat(FlowLogLoop.Captured(call, log.Id, FlowRecordKey.FirstOf(log.Id))
                .Select(c => (FlowLogLoop.StreamOf(log, c.Place.Id), c.Window)))
            .ToHashSet();
        return
            from face in Faces()
            let stream = FlowLogLoop.StreamOf(log, face.Id.Value)
            let interval = FlowIntervals.Of(call, call.Scope, log, FlowFaces.PlaceOf(call.Scope, face).InstanceId)
            from window in Windows(face, interval)
            where !busy.Contains((stream, window))
            select new DeliveredEntry(
                window + interval,
                $"{log.LogGroupName ?? log.Destination}/{stream}",
                format.NoData(FlowFaces.PlaceOf(call.Scope, face), window, window + interval));
    }

    private IEnumerable<NetworkInterfaceRecord> Faces()
    {
        var table = call.Read(Tables.NetworkInterfaces);
        var covered = log.ResourceType switch
        {
            FlowLogsResourceType.Vpc => table.By(Tables.InterfacesByVpc, log.ResourceId),
            FlowLogsResourceType.Subnet => table.By(Tables.InterfacesBySubnet, log.ResourceId),
            _ => table.Find(new NetworkInterfaceId(log.ResourceId)) is { } one ? [one] : [],
        };
        return covered.Where(face => face.Attachment is not null);
    }

    private IEnumerable<DateTimeOffset> Windows(NetworkInterfaceRecord face, TimeSpan interval)
    {
        DateTimeOffset[] bounds =
            [log.CreationTime, face.Attachment!.AttachTime, since ?? default, call.Now - Longest];
        var from = FlowSpread.WindowOf(bounds.Max(), interval);
        for (var at = from < bounds.Max() ? from + interval : from; at + interval <= call.Now; at += interval)
        {
            yield return at;
        }
    }
}
