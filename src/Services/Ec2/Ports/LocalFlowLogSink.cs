using Orrery.Contracts.Flows;
using Orrery.Contracts.Logs;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// Keeps what flow logs publish, to be looked at, and takes everything. What goes to CloudWatch Logs is also written
/// into the log group, a stream for each interface; the group is made where it is missing: the role that AWS asks for
/// may make it (Amazon VPC User Guide, "IAM role for publishing flow logs to CloudWatch Logs"). Buckets wait for their
/// service.
/// </summary>
internal sealed class LocalFlowLogSink : IFlowLogDelivery
{
    private const string ToGroups = "cloud-watch-logs";

    /// <inheritdoc/>
    public string? Obstacle(ReadCall call, FlowLogTarget target) => null;

    /// <inheritdoc/>
    public void Deliver(Call call, FlowLogBatch batch)
    {
        var table = call.Write(FlowLogTables.Lines);
        var log = new FlowLogId(batch.Target.FlowLogId);
        var mark = call.NewId("line");
        for (var i = 0; i < batch.Entries.Count; i++)
        {
            var entry = batch.Entries[i];
            table.Put(new()
            {
                Key = FlowRecordKey.Of(log, call.Now, $"{entry.Start.UtcTicks:d19}-{mark}-{i:d8}"),
                At = call.Now,
                Place = batch.Place,
                Stream = entry.Stream,
                Window = entry.Start,
                Line = entry.Line,
            });
        }

        if (batch.Target.DestinationType == ToGroups && call.FindPort<ILogWriter>() is { } logs)
        {
            foreach (var stream in batch.Entries.GroupBy(e => e.Stream, StringComparer.Ordinal))
            {
                var lines = stream.OrderBy(e => e.Start).Select(e => new LogLine(e.Start, e.Line)).ToList();
                logs.Write(call, batch.Place, stream.Key, lines);
            }
        }
    }
}
