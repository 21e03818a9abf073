using System.Collections.Frozen;
using System.Globalization;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>
/// The fields of records about network interfaces, versions 2 to 8, in the order of the Amazon VPC User Guide, "Flow
/// log records". Those without a value need what is not modelled: edge zones, ECS, Block Public Access, encryption.
/// </summary>
internal static class InterfaceFields
{
    /// <summary>All of them, in order.</summary>
    public static readonly IReadOnlyList<FlowLogField> All =
    [
        new("version", 2, Unknown),
        new("account-id", 2, f => f.Place.Account),
        new("interface-id", 2, f => f.Place.Id),
        new("srcaddr", 2, f => f.Header.Source),
        new("dstaddr", 2, f => f.Header.Destination),
        new("srcport", 2, f => Text(f.Header.SourcePort)),
        new("dstport", 2, f => Text(f.Header.DestinationPort)),
        new("protocol", 2, f => Text(f.Header.Protocol)),
        new("packets", 2, f => Text(f.Packets)),
        new("bytes", 2, f => Text(f.Bytes)),
        new("start", 2, f => Text(f.Start.ToUnixTimeSeconds())),
        new("end", 2, f => Text(f.End.ToUnixTimeSeconds())),
        new("action", 2, f => f.Accepted ? "ACCEPT" : "REJECT"),
        new("log-status", 2, Unknown),
        new("vpc-id", 3, f => f.Place.VpcId),
        new("subnet-id", 3, f => f.Place.SubnetId),
        new("instance-id", 3, f => f.Place.InstanceId),
        new("tcp-flags", 3, f => Text(f.TcpFlags)),
        new("type", 3, Family),
        new("pkt-srcaddr", 3, f => f.Header.PacketSource),
        new("pkt-dstaddr", 3, f => f.Header.PacketDestination),
        new("region", 4, f => f.Place.Region),
        new("az-id", 4, f => f.Place.ZoneId),
        new("sublocation-type", 4, Unknown),
        new("sublocation-id", 4, Unknown),
        new("pkt-src-aws-service", 5, f => f.Header.SourceService),
        new("pkt-dst-aws-service", 5, f => f.Header.DestinationService),
        new("flow-direction", 5, Direction),
        new("traffic-path", 5, f => f.TrafficPath is { } path ? Text(path) : null),
        new("ecs-cluster-arn", 7, Unknown),
        new("ecs-cluster-name", 7, Unknown),
        new("ecs-container-instance-arn", 7, Unknown),
        new("ecs-container-instance-id", 7, Unknown),
        new("ecs-container-id", 7, Unknown),
        new("ecs-second-container-id", 7, Unknown),
        new("ecs-service-name", 7, Unknown),
        new("ecs-task-definition-arn", 7, Unknown),
        new("ecs-task-arn", 7, Unknown),
        new("ecs-task-id", 7, Unknown),
        new("reject-reason", 8, Unknown),
    ];

    /// <summary>The same by name.</summary>
    public static readonly FrozenDictionary<string, FlowLogField> ByName = All.ToFrozenDictionary(f => f.Name);

    /// <summary>A number as text.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>IPv4 or IPv6.</summary>
    public static string Family(FlowCaptureRecord flow) =>
        flow.Header.PacketSource.Contains(':', StringComparison.Ordinal) ? "IPv6" : "IPv4";

    /// <summary>ingress or egress.</summary>
    public static string Direction(FlowCaptureRecord flow) => flow.Egress ? "egress" : "ingress";

    /// <summary>Nothing that could be told.</summary>
    public static string? Unknown(FlowCaptureRecord flow) => null;
}
