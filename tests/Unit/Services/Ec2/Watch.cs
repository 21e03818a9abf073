using Orrery.Contracts.Flows;
using Orrery.Services.Ec2.Operations.FlowLogs;
using Orrery.Services.Ec2.Operations.NetworkAcls;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Short ways to flow logs, to flows, and to what is between them.</summary>
internal static class Watch
{
    /// <summary>A flow log with a log group and intervals of a minute, of all traffic unless told otherwise.</summary>
    public static string FlowLog(
        this Cloud cloud, FlowLogsResourceType kind, string resource, string? format = null,
        TrafficType traffic = TrafficType.All) =>
        cloud.Run(new CreateFlowLogs(), new()
        {
            ResourceType = kind,
            ResourceIds = [resource],
            TrafficType = traffic,
            LogGroupName = $"flows-{traffic}",
            DeliverLogsPermissionArn = "arn:aws:iam::123456789012:role/flows",
            LogFormat = format,
            MaxAggregationInterval = 60,
        }).FlowLogIds![0];

    /// <summary>Sends a flow: TCP 443, unless it is changed.</summary>
    public static FlowReport Send(
        this Cloud cloud, string source, string destination, Func<FlowOrder, FlowOrder>? how = null)
    {
        var order = new FlowOrder(source, destination, "tcp", 443);
        return cloud.Do(call => call.Port<IFlowSender>().Send(call, how is null ? order : how(order)));
    }

    /// <summary>What a flow log has delivered, after its next interval has ended.</summary>
    public static IReadOnlyList<string> Delivered(this Cloud cloud, string log, int seconds = 60)
    {
        cloud.Advance(TimeSpan.FromSeconds(seconds));
        return [.. cloud.Read(log).Entries.Select(e => e.Line)];
    }

    /// <summary>What a flow log has delivered so far.</summary>
    public static DeliveredLog Read(this Cloud cloud, string log, bool withNoData = false) =>
        cloud.Ask(call => call.Port<IFlowLogReader>().Read(call, log, null, withNoData));

    /// <summary>The only network ACL of a VPC.</summary>
    public static string Acl(this Cloud cloud, string vpc) => cloud.Run(new DescribeNetworkAcls(), new()
    {
        Filters = [new() { Name = "vpc-id", Values = [vpc] }],
    }).NetworkAcls![0].NetworkAclId!;

    /// <summary>Takes the rule away that lets everything pass.</summary>
    public static void Close(this Cloud cloud, string acl, bool egress) => cloud.Run(new DeleteNetworkAclEntry(), new()
    {
        NetworkAclId = acl, Egress = egress, RuleNumber = 100,
    });

    /// <summary>Puts it back.</summary>
    public static void Open(this Cloud cloud, string acl, bool egress) => cloud.Run(new CreateNetworkAclEntry(), new()
    {
        NetworkAclId = acl, Egress = egress, RuleNumber = 100, Protocol = "-1", RuleAction = RuleAction.Allow,
        CidrBlock = "0.0.0.0/0",
    });
}
