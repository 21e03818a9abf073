using System.Collections.Frozen;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>
/// The fields of records about transit gateways, in the order of the Transit Gateway guide, "Transit Gateway Flow Log
/// records". No packet is lost to its size or its time to live: the model has neither.
/// </summary>
internal static class TransitFields
{
    /// <summary>All of them, in order.</summary>
    public static readonly IReadOnlyList<FlowLogField> All =
    [
        new("version", 2, InterfaceFields.Unknown),
        new("resource-type", 6, _ => "TransitGateway"),
        new("account-id", 2, f => f.Place.Account),
        new("tgw-id", 6, f => f.Transit!.GatewayId),
        new("tgw-attachment-id", 6, f => f.Place.Id),
        new("tgw-src-vpc-account-id", 6, f => f.Transit!.Source.VpcAccount),
        new("tgw-dst-vpc-account-id", 6, f => f.Transit!.Destination?.VpcAccount),
        new("tgw-src-vpc-id", 6, f => f.Transit!.Source.VpcId),
        new("tgw-dst-vpc-id", 6, f => f.Transit!.Destination?.VpcId),
        new("tgw-src-subnet-id", 6, f => f.Transit!.Source.SubnetId),
        new("tgw-dst-subnet-id", 6, f => f.Transit!.Destination?.SubnetId),
        new("tgw-src-eni", 6, f => f.Transit!.Source.InterfaceId),
        new("tgw-dst-eni", 6, f => f.Transit!.Destination?.InterfaceId),
        new("tgw-src-az-id", 6, f => f.Transit!.Source.ZoneId),
        new("tgw-dst-az-id", 6, f => f.Transit!.Destination?.ZoneId),
        new("tgw-pair-attachment-id", 6, Pair),
        new("srcaddr", 2, f => f.Header.Source),
        new("dstaddr", 2, f => f.Header.Destination),
        new("srcport", 2, f => InterfaceFields.Text(f.Header.SourcePort)),
        new("dstport", 2, f => InterfaceFields.Text(f.Header.DestinationPort)),
        new("protocol", 2, f => InterfaceFields.Text(f.Header.Protocol)),
        new("packets", 2, f => InterfaceFields.Text(f.Packets)),
        new("bytes", 2, f => InterfaceFields.Text(f.Bytes)),
        new("start", 2, f => InterfaceFields.Text(f.Start.ToUnixTimeSeconds())),
        new("end", 2, f => InterfaceFields.Text(f.End.ToUnixTimeSeconds())),
        new("log-status", 2, InterfaceFields.Unknown),
        new("type", 3, InterfaceFields.Family),
        new("packets-lost-no-route", 6, f => InterfaceFields.Text(f.Transit!.NoRoute ? f.Packets : 0)),
        new("packets-lost-blackhole", 6, f => InterfaceFields.Text(f.Transit!.Blackhole ? f.Packets : 0)),
        new("packets-lost-mtu-exceeded", 6, _ => "0"),
        new("packets-lost-ttl-expired", 6, _ => "0"),
        new("tcp-flags", 3, f => InterfaceFields.Text(f.TcpFlags)),
        new("region", 4, f => f.Place.Region),
        new("flow-direction", 5, InterfaceFields.Direction),
        new("pkt-src-aws-service", 5, f => f.Header.SourceService),
        new("pkt-dst-aws-service", 5, f => f.Header.DestinationService),
    ];

    /// <summary>The same by name.</summary>
    public static readonly FrozenDictionary<string, FlowLogField> ByName = All.ToFrozenDictionary(f => f.Name);

    private static string? Pair(FlowCaptureRecord flow)
    {
        var (source, destination) = (flow.Transit!.Source.AttachmentId, flow.Transit.Destination?.AttachmentId);
        return flow.Egress ? source : destination;
    }
}
