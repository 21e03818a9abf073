using System.Globalization;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A step of an analysed path as the API writes it.</summary>
internal static class PathComponentView
{
    /// <summary>The step at a place, from 0.</summary>
    public static PathComponent Of(PathComponentRecord step, int place) => new()
    {
        SequenceNumber = place + 1,
        Component = Of(step.Component),
        AttachedTo = Of(step.AttachedTo),
        Subnet = Of(step.Subnet),
        Vpc = Of(step.Vpc),
        SourceVpc = Of(step.SourceVpc),
        DestinationVpc = Of(step.DestinationVpc),
        InboundHeader = HeaderOf(step.Inbound),
        OutboundHeader = HeaderOf(step.Outbound),
        AclRule = AclRuleOf(step.AclRule),
        SecurityGroupRule = GroupRuleOf(step.SecurityGroupRule),
        RouteTableRoute = RouteOf(step.Route),
        TransitGateway = Of(step.TransitGateway),
        TransitGatewayRouteTableRoute = RouteOf(step.TransitRoute),
        ServiceName = step.ServiceName,
    };

    /// <summary>A resource.</summary>
    public static AnalysisComponent? Of(ComponentRecord? component) =>
        component is null ? null : new() { Id = component.Id, Arn = component.Arn };

    /// <summary>An entry of a network ACL.</summary>
    public static AnalysisAclRule? AclRuleOf(NetworkAclEntryRecord? entry) => entry is null ? null : new()
    {
        Cidr = entry.Cidr.ToString(),
        Egress = entry.Egress,
        PortRange = RangeOf(entry.FromPort, entry.ToPort),
        Protocol = entry.Protocol == "-1" ? "all" : entry.Protocol,
        RuleAction = entry.RuleAction.ToWire(),
        RuleNumber = entry.RuleNumber,
    };

    /// <summary>A rule of a security group.</summary>
    public static AnalysisSecurityGroupRule? GroupRuleOf(SecurityGroupRuleRecord? rule) => rule is null ? null : new()
    {
        Cidr = rule.Cidr?.ToString(),
        Direction = DirectionOf(rule.IsEgress),
        SecurityGroupId = rule.ReferencedGroup?.GroupId.Value,
        PrefixListId = rule.PrefixListId?.Value,
        PortRange = RangeOf(rule.FromPort, rule.ToPort),
        Protocol = rule.IpProtocol == "-1" ? "all" : rule.IpProtocol,
    };

    /// <summary>A route, with its target in the member that its kind has.</summary>
    public static AnalysisRouteTableRoute? RouteOf(PathRouteRecord? route)
    {
        if (route is null)
        {
            return null;
        }

        var view = new AnalysisRouteTableRoute
        {
            DestinationCidr = route.DestinationCidr,
            DestinationPrefixListId = route.DestinationPrefixListId,
            Origin = route.Origin,
            State = route.IsActive ? "active" : "blackhole",
        };
        return route.Target[..Math.Max(route.Target.IndexOf('-', StringComparison.Ordinal), 0)] switch
        {
            "eigw" => view with { EgressOnlyInternetGatewayId = route.Target },
            "nat" => view with { NatGatewayId = route.Target },
            "eni" => view with { NetworkInterfaceId = route.Target },
            "pcx" => view with { VpcPeeringConnectionId = route.Target },
            "tgw" => view with { TransitGatewayId = route.Target },
            _ => view with { GatewayId = route.Target },
        };
    }

    /// <summary>A route of a transit gateway.</summary>
    public static TransitGatewayRouteTableRoute? RouteOf(PathTransitRouteRecord? route) => route is null ? null : new()
    {
        DestinationCidr = route.DestinationCidr,
        PrefixListId = route.PrefixListId,
        AttachmentId = route.AttachmentId,
        ResourceId = route.ResourceId,
        ResourceType = route.ResourceType,
        RouteOrigin = route.Propagated ? "propagated" : "static",
        State = route.IsActive ? "active" : "blackhole",
    };

    /// <summary>egress or ingress.</summary>
    public static string DirectionOf(bool egress) => egress ? "egress" : "ingress";

    private static AnalysisPacketHeader? HeaderOf(PacketHeaderRecord? header) => header is null ? null : new()
    {
        Protocol = header.Protocol.ToString(CultureInfo.InvariantCulture),
        SourceAddresses = [Block(header.Source)],
        SourcePortRanges = [new() { From = header.SourcePort, To = header.SourcePort }],
        DestinationAddresses = [Block(header.Destination)],
        DestinationPortRanges = [new() { From = header.DestinationPort, To = header.DestinationPort }],
    };

    private static string Block(string address) =>
        address.Contains(':', StringComparison.Ordinal) ? $"{address}/128" : $"{address}/32";

    private static PortRange? RangeOf(int? from, int? to) =>
        from is >= 0 ? new() { From = from, To = to } : null;
}
