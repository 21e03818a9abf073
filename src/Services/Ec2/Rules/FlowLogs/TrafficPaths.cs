using Orrery.Engines.Reachability.Model;
using Orrery.Services.Ec2.Records;
using Route = Orrery.Engines.Reachability.Model.Route;

namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>
/// The number of the way by which traffic leaves an interface. Source: Amazon VPC User Guide, "Flow log records",
/// traffic-path. Every instance counts as Nitro-based.
/// </summary>
internal static class TrafficPaths
{
    private const int SameVpc = 1;
    private const int GatewayOfOldInstance = 2;
    private const int VirtualPrivateGateway = 3;
    private const int PeeringInRegion = 4;
    private const int PeeringAcrossRegions = 5;
    private const int GatewayEndpoint = 7;
    private const int InternetGateway = 8;

    /// <summary>The number for a route's target; null where none applies.</summary>
    public static int? Of(Topology topology, NetworkInterfaceRecord from, string? target)
    {
        var onInstance = from.Attachment?.InstanceId is not null;
        return target switch
        {
            null => null,
            Route.Local => SameVpc,
            _ => target[..(target.LastIndexOf('-') is > 0 and var dash ? dash : 0)] switch
            {
                "igw" or "eigw" => onInstance ? InternetGateway : GatewayOfOldInstance,
                "vgw" => VirtualPrivateGateway,
                "pcx" => Peering(topology, target),
                "vpce" when topology.Find<VpcEndpoint>(target) is { Kind: VpcEndpointKind.Gateway } =>
                    onInstance ? GatewayEndpoint : GatewayOfOldInstance,
                "eni" or "nat" or "tgw" or "vpce" => SameVpc,
                _ => null,
            },
        };
    }

    private static int? Peering(Topology topology, string id) =>
        topology.Find<VpcPeering>(id) is not { } peering ? null
        : topology.Find(peering.RequesterVpcId)?.Region == topology.Find(peering.AccepterVpcId)?.Region
            ? PeeringInRegion
            : PeeringAcrossRegions;
}
