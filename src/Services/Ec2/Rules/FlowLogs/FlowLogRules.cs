using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;
using Kind = Orrery.Wire.Generated.Ec2.FlowLogsResourceType;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>
/// What a flow log may be. Sources: EC2 API Reference, CreateFlowLogs; Amazon VPC User Guide, "Create a flow log that
/// publishes to Amazon S3"; the codes and words of errors are known from moto, where nothing else is said.
/// </summary>
internal static class FlowLogRules
{
    private const int Minute = 60;
    private const int TenMinutes = 600;

    /// <summary>Refuses what no resource could have.</summary>
    /// <exception cref="ServiceException">A parameter is missing, does not fit, or is not served.</exception>
    public static void Check(CreateFlowLogsRequest request)
    {
        var kind = request.ResourceType!.Value;
        CheckServed(request);
        var most = IsTransit(kind) ? 25 : 1000;
        if (request.ResourceIds!.Count is 0)
        {
            throw Errors.Missing("ResourceId");
        }

        if (request.ResourceIds.Count > most)
        {
            throw Errors.InvalidParameterValue($"No more than {most} resource ids can be given for {kind.ToWire()}.");
        }

        CheckTraffic(request, kind);
        CheckInterval(request, kind);
        if (request.DestinationOptions is not null && TypeOf(request) != LogDestinationType.S3)
        {
            throw Invalid("DestinationOptions can only be given if LogDestinationType is s3.");
        }

        _ = FlowLogFormat.Parse(FormatOf(request), IsTransit(kind));
        FlowLogPlaces.Check(request, TypeOf(request));
    }

    /// <summary>The flow log that is asked for, without an id.</summary>
    public static FlowLogRecord Wanted(CreateFlowLogsRequest request, string resource) => new()
    {
        Id = default,
        CreationTime = default,
        ResourceId = resource,
        ResourceType = request.ResourceType!.Value,
        TrafficType = request.TrafficType,
        DestinationType = TypeOf(request),
        Destination = request.LogDestination,
        LogGroupName = request.LogGroupName ?? FlowLogPlaces.GroupOf(request.LogDestination),
        PermissionArn = request.DeliverLogsPermissionArn,
        Format = FormatOf(request),
        Interval = IsTransit(request.ResourceType!.Value) ? Minute : request.MaxAggregationInterval ?? TenMinutes,
        HasOptions = request.DestinationOptions is not null,
        HivePartitions = request.DestinationOptions?.HiveCompatiblePartitions ?? false,
        HourPartitions = request.DestinationOptions?.PerHourPartition ?? false,
    };

    /// <summary>Refuses a resource that there is not, or that is not of the kind.</summary>
    /// <exception cref="ServiceException">The kind's NotFound or Malformed; InvalidParameterValue.</exception>
    public static void CheckResource(ReadCall call, FlowLogRecord log)
    {
        var prefix = log.ResourceType switch
        {
            Kind.Vpc => "vpc",
            Kind.Subnet => "subnet",
            Kind.NetworkInterface => "eni",
            Kind.TransitGateway => "tgw",
            _ => "tgw-attach",
        };
        if (Ec2Kinds.OfId(log.ResourceId) is not { } kind || kind.Prefix != prefix)
        {
            throw Errors.InvalidParameterValue(
                $"Value ({log.ResourceId}) for parameter resourceId is invalid: "
                + $"it is no {log.ResourceType.ToWire()}.");
        }

        kind.CheckForm(log.ResourceId);
        if (!kind.Exists(call, log.ResourceId))
        {
            throw kind.NotFound(log.ResourceId);
        }
    }

    /// <summary>Refuses a second flow log that does the same.</summary>
    /// <exception cref="ServiceException">FlowLogAlreadyExists.</exception>
    public static void CheckNew(ReadCall call, FlowLogRecord log)
    {
        // Which properties make two the same is guessed: all but those that say how, not what and where to.
        var others = call.Read(FlowLogTables.FlowLogs).By(FlowLogTables.FlowLogsByResource, log.ResourceId);
        if (others.Any(o => (o.TrafficType, o.DestinationType, o.Destination, o.LogGroupName, o.Format)
            == (log.TrafficType, log.DestinationType, log.Destination, log.LogGroupName, log.Format)))
        {
            throw new ServiceException(
                "FlowLogAlreadyExists",
                "Error. There is an existing Flow Log with the same configuration and log destination.");
        }
    }

    /// <summary>InvalidParameter, the code that AWS has for flow logs.</summary>
    public static ServiceException Invalid(string message) => new("InvalidParameter", message);

    private static void CheckServed(CreateFlowLogsRequest request)
    {
        if (request.ResourceType == Kind.RegionalNatGateway)
        {
            throw Errors.NotServed("flow logs of regional NAT gateways (ResourceType RegionalNatGateway)");
        }

        if (request.LogDestinationType == LogDestinationType.KinesisDataFirehose)
        {
            throw Errors.NotServed("flow logs that publish to Firehose (LogDestinationType kinesis-data-firehose)");
        }

        if (request.DestinationOptions?.FileFormat == DestinationFileFormat.Parquet)
        {
            throw Errors.NotServed("flow logs in Parquet (DestinationOptions.FileFormat parquet)");
        }

        if (request.DeliverCrossAccountRole is not null)
        {
            throw Errors.NotServed("flow logs that publish across accounts by a role (DeliverCrossAccountRole)");
        }
    }

    private static void CheckTraffic(CreateFlowLogsRequest request, Kind kind)
    {
        if (IsTransit(kind) && request.TrafficType is not null)
        {
            throw Invalid($"TrafficType is not supported for resource type {kind.ToWire()}.");
        }

        if (!IsTransit(kind) && request.TrafficType is null)
        {
            throw Errors.Missing("TrafficType");
        }
    }

    private static void CheckInterval(CreateFlowLogsRequest request, Kind kind)
    {
        if (request.MaxAggregationInterval is { } interval
            && interval != Minute && (interval != TenMinutes || IsTransit(kind)))
        {
            throw Invalid("Invalid Flow Log Max Aggregation Interval");
        }
    }

    private static LogDestinationType TypeOf(CreateFlowLogsRequest request) =>
        request.LogDestinationType ?? LogDestinationType.CloudWatchLogs;

    private static string FormatOf(CreateFlowLogsRequest request) =>
        request.LogFormat ?? FlowLogFormat.Standard(IsTransit(request.ResourceType!.Value));

    private static bool IsTransit(Kind kind) => kind is Kind.TransitGateway or Kind.TransitGatewayAttachment;
}
