using Orrery.Contracts.Flows;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.FlowLogs;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A flow log as the API writes it.</summary>
internal static class FlowLogView
{
    /// <summary>The flow log with its tags.</summary>
    public static FlowLog Of(FlowLogRecord log, ReadCall call)
    {
        var obstacle = Obstacle(log, call);
        return new()
        {
            FlowLogId = log.Id.Value,
            CreationTime = log.CreationTime,
            FlowLogStatus = "ACTIVE", // As long as there is one: the API Reference names no other status.
            DeliverLogsStatus = StatusOf(obstacle),
            DeliverLogsErrorMessage = obstacle,
            DeliverLogsPermissionArn = log.PermissionArn,
            ResourceId = log.ResourceId,
            TrafficType = log.TrafficType,
            LogDestinationType = log.DestinationType,
            LogDestination = log.Destination,
            LogGroupName = log.LogGroupName,
            LogFormat = log.Format,
            MaxAggregationInterval = log.Interval,
            DestinationOptions = !log.HasOptions ? null : new()
            {
                FileFormat = DestinationFileFormat.PlainText,
                HiveCompatiblePartitions = log.HivePartitions,
                PerHourPartition = log.HourPartitions,
            },
            Tags = TagStore.View(call, log.Id.Value),
        };
    }

    /// <summary>SUCCESS or FAILED: whether its destination takes records now.</summary>
    public static string Status(FlowLogRecord log, ReadCall call) => StatusOf(Obstacle(log, call));

    private static string StatusOf(string? obstacle) => obstacle is null ? "SUCCESS" : "FAILED";

    private static string? Obstacle(FlowLogRecord log, ReadCall call) =>
        call.Port<IFlowLogDelivery>().Obstacle(call, FlowLogPlaces.Target(log, call.Scope));
}
