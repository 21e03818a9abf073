using Orrery.Contracts.Flows;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// Keeps what flow logs publish, to be looked at, until there are services with log groups and buckets to publish to.
/// It takes everything.
/// </summary>
internal sealed class LocalFlowLogSink : IFlowLogDelivery
{
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
    }
}
