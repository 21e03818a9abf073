using System.IO.Compression;
using System.Text;
using Orrery.Contracts.Delivery;
using Orrery.Contracts.Flows;
using Orrery.Contracts.Logs;
using Orrery.Contracts.Stores;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// Keeps what flow logs publish, to be looked at. What goes to CloudWatch Logs is also written into the log group, a
/// stream for each interface; the group is made where it is missing: the role that AWS asks for may make it (Amazon VPC
/// User Guide, "IAM role for publishing flow logs to CloudWatch Logs"). What goes to S3 is an object of compressed text
/// ("Flow log files"). Guessed: its media type, the source's ARN, and which message a missing bucket has.
/// </summary>
internal sealed class LocalFlowLogSink : IFlowLogDelivery
{
    private const string ToGroups = "cloud-watch-logs";
    private const string ToBuckets = "s3";

    /// <inheritdoc/>
    public string? Obstacle(ReadCall call, FlowLogTarget target)
    {
        var obstacle = target.DestinationType switch
        {
            ToBuckets => call.FindPort<IStoreIntake>()?.Obstacle(call, ToBucket(call, target, target.Folder + "/")),
            ToGroups => call.FindPort<IDeliveryJudge>()?.Refusal(call, ToGroup(call, target))
                ?? call.FindPort<ILogWriter>()?.Obstacle(call, target.Destination),
            _ => null,
        };
        // The messages that there are: EC2 API Reference, FlowLog.
        return obstacle is null ? null
            : obstacle.Kind == ObstacleKind.NoPermission ? "Access error"
            : "Unknown error";
    }

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

        if (batch.Target.DestinationType == ToBuckets && call.FindPort<IStoreIntake>() is { } store)
        {
            store.Put(call, ToBucket(call, batch.Target, batch.Place), Compressed(batch), "application/x-gzip");
        }
    }

    private static Delivery ToBucket(ReadCall call, FlowLogTarget target, string place) =>
        new(
            $"arn:aws:s3:::{place}",
            "delivery.logs.amazonaws.com",
            $"arn:aws:logs:{call.Region}:{call.Account}:{target.FlowLogId}",
            "");

    private static Delivery ToGroup(ReadCall call, FlowLogTarget target) => new(
        $"arn:aws:logs:{call.Region}:{call.Account}:log-group:{target.Destination}",
        "vpc-flow-logs.amazonaws.com",
        $"arn:aws:ec2:{call.Region}:{call.Account}:vpc-flow-log/{target.FlowLogId}",
        "")
    {
        Role = target.Role,
    };

    private static byte[] Compressed(FlowLogBatch batch)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            foreach (var line in batch.Entries.Select(e => e.Line).Prepend(batch.Header))
            {
                zip.Write(Encoding.UTF8.GetBytes(line + "\n"));
            }
        }

        return bytes.ToArray();
    }
}
