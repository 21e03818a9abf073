using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>Why an analysis found no path, as the API writes it.</summary>
internal static class ExplanationView
{
    /// <summary>A code and the component where the packet ended; null where an end is unknown.</summary>
    public static Explanation Of(string code, PathComponentRecord? at)
    {
        if (at is null)
        {
            return new() { ExplanationCode = code };
        }

        var explanation = new Explanation
        {
            ExplanationCode = code,
            Component = PathComponentView.Of(at.Component),
            ComponentAccount = at.Account,
            ComponentRegion = at.Region,
            AttachedTo = PathComponentView.Of(at.AttachedTo),
            Direction = at.Egress is { } egress ? PathComponentView.DirectionOf(egress) : null,
            Subnet = PathComponentView.Of(at.Subnet),
            Vpc = PathComponentView.Of(at.Vpc),
            SourceVpc = PathComponentView.Of(at.SourceVpc),
            DestinationVpc = PathComponentView.Of(at.DestinationVpc),
            NetworkInterface = PathComponentView.Of(at.Interface),
            TransitGateway = PathComponentView.Of(at.TransitGateway),
            CustomerGateway = PathComponentView.Of(at.CustomerGateway),
        };
        return WithComponent(explanation, at);
    }

    private static Explanation WithComponent(Explanation explanation, PathComponentRecord at)
    {
        var component = explanation.Component;
        return at.Component.Id[..Math.Max(at.Component.Id.LastIndexOf('-'), 0)] switch
        {
            "acl" => explanation with { Acl = component, AclRule = PathComponentView.AclRuleOf(at.AclRule) },
            "sg" => explanation with { SecurityGroup = component, SecurityGroups = [component!] },
            "rtb" => explanation with
            {
                RouteTable = component, RouteTableRoute = PathComponentView.RouteOf(at.Route),
            },
            "igw" => explanation with { InternetGateway = component },
            "nat" => explanation with { NatGateway = component },
            "pcx" => explanation with { VpcPeeringConnection = component },
            "eni" => explanation with { NetworkInterface = component },
            "tgw-attach" => explanation with { TransitGatewayAttachment = component },
            "tgw-rtb" => explanation with
            {
                TransitGatewayRouteTable = component,
                TransitGatewayRouteTableRoute = PathComponentView.RouteOf(at.TransitRoute),
            },
            "vgw" => explanation with { VpnGateway = component },
            "vpn" => explanation with { VpnConnection = component },
            "cgw" => explanation with { CustomerGateway = component },
            "vpce" => explanation with { VpcEndpoint = component },
            _ => explanation,
        };
    }
}
