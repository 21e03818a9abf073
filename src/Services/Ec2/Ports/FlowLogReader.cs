using Orrery.Contracts.Flows;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.FlowLogs;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Reads what the local sink has kept of flow logs.</summary>
internal sealed class FlowLogReader : IFlowLogReader
{
    /// <inheritdoc/>
    public IReadOnlyList<FlowLogSummary> List(ReadCall call) =>
    [
        .. call.Read(FlowLogTables.FlowLogs).All().Select(log => new FlowLogSummary(
            log.Id.Value, log.ResourceId, log.TrafficType?.ToWire() ?? "ALL", log.LogGroupName ?? log.Destination!)),
    ];

    /// <inheritdoc/>
    public Scope? Find(ReadCall call, string id)
    {
        var log = new FlowLogId(id);
        foreach (var scope in call.Scopes)
        {
            var first = call.Read(FlowLogTables.Lines, scope).From(FlowRecordKey.FirstOf(log)).FirstOrDefault();
            if (call.Read(FlowLogTables.FlowLogs, scope).Contains(log) || first?.Key.IsOf(log) == true)
            {
                return scope;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    /// <exception cref="ServiceException">InvalidFlowLogId.Malformed, InvalidFlowLogId.NotFound.</exception>
    public DeliveredLog Read(ReadCall call, string id, DateTimeOffset? since, bool withNoData)
    {
        FlowLogKinds.FlowLog.CheckForm(id);
        var key = new FlowLogId(id);
        var log = call.Read(FlowLogTables.FlowLogs).Find(key);
        var lines = call.Read(FlowLogTables.Lines).From(FlowRecordKey.FirstOf(key, since))
            .TakeWhile(l => l.Key.IsOf(key)).ToList();
        if (log is null && lines.Count == 0 && Find(call, id) is null)
        {
            throw FlowLogKinds.FlowLog.NotFound(id);
        }

        var waiting = call.Read(FlowLogTables.Captures).From(FlowRecordKey.FirstOf(key))
            .TakeWhile(c => c.Key.IsOf(key)).ToList();
        var entries = lines.Select(l => Entry(l, log));
        if (withNoData && log is { TrafficType: not null })
        {
            var quiet = new QuietIntervals(call, log, since).All();
            entries = entries.Concat(quiet).OrderBy(e => e.At).ThenBy(e => e.Place, StringComparer.Ordinal);
        }

        return new(
            id,
            log?.ResourceId,
            log?.Format,
            [.. entries],
            waiting.Count,
            log is null || waiting.Count == 0 ? null : waiting[0].Key.At);
    }

    private static DeliveredEntry Entry(FlowLineRecord line, FlowLogRecord? log) => new(
        line.At,
        log?.DestinationType == LogDestinationType.S3 ? line.Place : $"{line.Place}/{line.Stream}",
        line.Line);
}
