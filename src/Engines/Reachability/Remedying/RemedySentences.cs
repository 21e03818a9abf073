using Orrery.Core;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Engines.Reachability.Remedying;

/// <summary>The sentence for a set of changes.</summary>
internal static class RemedySentences
{
    public static string Of(IReadOnlyList<Change> changes) =>
        string.Join(", then ", changes.Select((change, i) => i == 0 ? Of(change) : Lower(Of(change)))) + ".";

    private static string Of(Change change)
    {
        var a = change.Arguments;
        return change.Action switch
        {
            "ec2:AuthorizeSecurityGroupIngress" =>
                $"Allow {Service(a)} in from {Whom(a)} in security group {change.Subject}",
            "ec2:AuthorizeSecurityGroupEgress" =>
                $"Allow {Service(a)} out to {Whom(a)} in security group {change.Subject}",
            "ec2:CreateNetworkAclEntry" => $"Add rule {a["RuleNumber"]} to network ACL {change.Subject} that allows "
                + $"{Service(a)} {(a["Egress"] == "true" ? "out to" : "in from")} {Whom(a)}",
            "ec2:DeleteNetworkAclEntry" => $"Remove rule {a["RuleNumber"]} "
                + $"({(a["Egress"] == "true" ? "outbound" : "inbound")}) from network ACL {change.Subject}",
            "ec2:CreateRoute" => $"Add a route for {Destination(a)} to {Target(a)} in route table {change.Subject}",
            "ec2:ReplaceRoute" => $"Lead the route for {Destination(a)} to {Target(a)} in route table {change.Subject}",
            "ec2:DeleteRoute" => $"Remove the route for {Destination(a)} from route table {change.Subject}",
            "ec2:CreateInternetGateway" => "Create an internet gateway",
            "ec2:AttachInternetGateway" => $"Attach internet gateway {change.Subject} to {a["VpcId"]}",
            "ec2:AllocateAddress" => "Allocate an elastic IP address",
            "ec2:AssociateAddress" => $"Associate {a["AllocationId"]} with {a["NetworkInterfaceId"]}",
            "ec2:CreateVpcPeeringConnection" => $"Request a peering connection from {a["VpcId"]} to {a["PeerVpcId"]}",
            "ec2:AcceptVpcPeeringConnection" => $"Accept the peering connection {change.Subject}",
            "ec2:ModifyNetworkInterfaceAttribute" =>
                $"Turn off the source/destination check of {change.Subject}",
            "ec2:AssociateTransitGatewayRouteTable" =>
                $"Associate {a["TransitGatewayAttachmentId"]} with route table {change.Subject}",
            "ec2:EnableTransitGatewayRouteTablePropagation" =>
                $"Propagate the routes of {a["TransitGatewayAttachmentId"]} to route table {change.Subject}",
            "ec2:CreateTransitGatewayRoute" => $"Add a route for {a["DestinationCidrBlock"]} to "
                + $"{a["TransitGatewayAttachmentId"]} in route table {change.Subject}",
            "ec2:ReplaceTransitGatewayRoute" => $"Lead the route for {a["DestinationCidrBlock"]} to "
                + $"{a["TransitGatewayAttachmentId"]} in route table {change.Subject}",
            "ec2:DeleteTransitGatewayRoute" =>
                $"Remove the route for {a["DestinationCidrBlock"]} from route table {change.Subject}",
            "ec2:ModifyTransitGatewayVpcAttachment" => a.TryGetValue("AddSubnetIds.1", out var subnet)
                ? $"Add {subnet} to the attachment {change.Subject}"
                : $"Turn on security group referencing of the attachment {change.Subject}",
            "ec2:CreateVpnConnectionRoute" =>
                $"Add a route for {a["DestinationCidrBlock"]} to the VPN connection {change.Subject}",
            _ => $"{change.Action} {change.Subject}",
        };
    }

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string Service(IReadOnlyDictionary<string, string> a)
    {
        var protocol = a.GetValueOrDefault(PermissionNames.Protocol) ?? a["Protocol"];
        var from = a.GetValueOrDefault(PermissionNames.FromPort) ?? a.GetValueOrDefault("PortRange.From");
        var to = a.GetValueOrDefault(PermissionNames.ToPort) ?? a.GetValueOrDefault("PortRange.To");
        var name = IpProtocol.TryParse(protocol, out var number) ? IpProtocol.NameOf(number) : "everything";
        return from is null || !IpProtocol.HasPorts(number) ? name
            : from == to ? $"{name} port {from}"
            : $"{name} ports {from}-{to}";
    }

    private static string Whom(IReadOnlyDictionary<string, string> a) =>
        a.GetValueOrDefault(PermissionNames.Block4) ?? a.GetValueOrDefault(PermissionNames.Block6)
        ?? a.GetValueOrDefault(PermissionNames.Group) ?? a.GetValueOrDefault("CidrBlock") ?? a["Ipv6CidrBlock"];

    private static string Destination(IReadOnlyDictionary<string, string> a) =>
        a.GetValueOrDefault("DestinationCidrBlock") ?? a.GetValueOrDefault("DestinationIpv6CidrBlock")
        ?? a["DestinationPrefixListId"];

    private static string Target(IReadOnlyDictionary<string, string> a) =>
        RouteArguments.TargetOf(a) is var target && target == Model.Route.Local ? "its own VPC" : target;
}
