namespace Orrery.Engines.Reachability.Model;

/// <summary>A transit gateway: a router of a region to which VPCs, VPN connections and other gateways attach.</summary>
/// <param name="Id">The resource id.</param>
public sealed record TransitGateway(string Id) : Element(Id)
{
    /// <summary>Whether it is there and working (state available or modifying).</summary>
    public bool Functional { get; init; } = true;
}
