using System.Globalization;
using Orrery.Contracts.Flows;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>
/// Where the records of flow logs go. Source: Amazon VPC User Guide, "Publish flow logs to Amazon S3" (flow log files)
/// and "Publish flow logs to CloudWatch Logs".
/// </summary>
internal static class FlowLogPlaces
{
    /// <summary>The code of <see cref="CheckLetIn"/>.</summary>
    public const string NotLetIn = "400";

    private const string BucketArn = "arn:aws:s3:::";
    private const string Reserved = "AWSLogs";

    /// <summary>Refuses a destination that is missing, or is none.</summary>
    /// <exception cref="ServiceException">InvalidParameter.</exception>
    public static void Check(CreateFlowLogsRequest request, LogDestinationType type)
    {
        if (request.LogDestination is not null && request.LogGroupName is not null)
        {
            throw FlowLogRules.Invalid("Please only provide LogGroupName or only provide LogDestination.");
        }

        if (type == LogDestinationType.S3)
        {
            CheckBucket(request);
        }
        else
        {
            CheckGroup(request);
        }
    }

    /// <summary>The name of the log group of an ARN; null for another ARN.</summary>
    public static string? GroupOf(string? arn) =>
        arn?.Split(':') is ["arn", _, "logs", _, _, "log-group", { Length: > 0 } name, ..] ? name : null;

    /// <summary>Where a flow log's records go.</summary>
    public static FlowLogTarget Target(FlowLogRecord log, Scope scope) =>
        new(log.Id.Value, log.DestinationType.ToWire(), log.LogGroupName ?? log.Destination!)
        {
            Folder = log.DestinationType == LogDestinationType.S3 ? $"{Root(log)}/{Owner(log, scope)}" : null,
            Role = log.PermissionArn,
        };

    /// <summary>Refuses a flow log whose bucket is missing, or does not let it in.</summary>
    /// <exception cref="ServiceException">400, as AWS codes it among the unsuccessful items. Source: Amazon VPC User
    /// Guide, "Troubleshoot VPC Flow Logs"; Terraform's tests show the answer.</exception>
    public static void CheckLetIn(ReadCall call, FlowLogRecord log)
    {
        if (log.DestinationType == LogDestinationType.S3
            && call.Port<IFlowLogDelivery>().Obstacle(call, Target(log, call.Scope)) is not null)
        {
            var bucket = log.Destination![BucketArn.Length..].Split('/')[0];
            throw new ServiceException(
                NotLetIn, $"Access Denied for LogDestination: {bucket}. Please check LogDestination permission");
        }
    }

    /// <summary>The log group, or the bucket and key of the object for one interval.</summary>
    /// <param name="log">The flow log.</param>
    /// <param name="scope">Its account and region.</param>
    /// <param name="end">The end of the interval.</param>
    /// <param name="hash">Tells objects of one minute apart.</param>
    public static string Of(FlowLogRecord log, Scope scope, DateTimeOffset end, string hash)
    {
        if (log.DestinationType != LogDestinationType.S3)
        {
            return log.LogGroupName!;
        }

        var name = $"{scope.Account}_vpcflowlogs_{scope.Region}_{log.Id}_{Text(end, "yyyyMMdd'T'HHmm'Z'")}_{hash}";
        return $"{Root(log)}/{Owner(log, scope)}/{Partition(log, end)}/{name}.log.gz";
    }

    private static string Root(FlowLogRecord log) => $"{log.Destination![BucketArn.Length..].TrimEnd('/')}/{Reserved}";

    private static string Owner(FlowLogRecord log, Scope scope) => log.HivePartitions
        ? $"aws-account-id={scope.Account}/aws-service=vpcflowlogs/aws-region={scope.Region}"
        : $"{scope.Account}/vpcflowlogs/{scope.Region}";

    private static string Partition(FlowLogRecord log, DateTimeOffset end) =>
        (log.HivePartitions, log.HourPartitions) switch
        {
            (false, false) => Text(end, "yyyy'/'MM'/'dd"),
            (false, true) => Text(end, "yyyy'/'MM'/'dd'/'HH"),
            (true, false) => Text(end, "'year='yyyy'/month='MM'/day='dd"),
            _ => Text(end, "'year='yyyy'/month='MM'/day='dd'/hour='HH"),
        };

    private static string Text(DateTimeOffset at, string format) =>
        at.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);

    private static void CheckBucket(CreateFlowLogsRequest request)
    {
        if (request.LogGroupName is not null)
        {
            throw FlowLogRules.Invalid("LogDestination type must be cloud-watch-logs if LogGroupName is provided.");
        }

        if (request.DeliverLogsPermissionArn is not null)
        {
            throw FlowLogRules.Invalid("DeliverLogsPermissionArn is not applicable for s3 delivery");
        }

        var place = request.LogDestination ?? throw FlowLogRules.Invalid(
            "LogDestination can't be empty if LogGroupName is not provided.");
        if (!place.StartsWith(BucketArn, StringComparison.Ordinal) || place.Length == BucketArn.Length)
        {
            throw FlowLogRules.Invalid($"LogDestination: {place} is not the ARN of an S3 bucket.");
        }

        if (place.Split('/').Skip(1).Contains(Reserved))
        {
            throw FlowLogRules.Invalid($"LogDestination: {Reserved} cannot be the name of a folder.");
        }
    }

    private static void CheckGroup(CreateFlowLogsRequest request)
    {
        if (request.LogDestination is null && request.LogGroupName is null)
        {
            throw FlowLogRules.Invalid("LogDestination can't be empty if LogGroupName is not provided.");
        }

        if (request.DeliverLogsPermissionArn is null)
        {
            throw FlowLogRules.Invalid(
                "DeliverLogsPermissionArn can't be empty if LogDestinationType is cloud-watch-logs.");
        }

        if (request.LogDestination is { } arn && GroupOf(arn) is null)
        {
            throw FlowLogRules.Invalid($"LogDestination: {arn} is not the ARN of a log group.");
        }
    }
}
