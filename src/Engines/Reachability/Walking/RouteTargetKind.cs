namespace Orrery.Engines.Reachability.Walking;

/// <summary>Where a route leads once its target has been looked up.</summary>
internal enum RouteTargetKind
{
    None,
    Blackhole,
    Local,
    NetworkInterface,
    NatGateway,
    InternetGateway,
    EgressOnlyInternetGateway,
    VpcPeering,
    TransitGateway,
    VpnGateway,
    VpcEndpoint,
}
