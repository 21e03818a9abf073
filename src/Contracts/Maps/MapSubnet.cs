namespace Orrery.Contracts.Maps;

/// <summary>A subnet.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its tag Name.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="Cidrs">Its blocks.</param>
/// <param name="Tier">How far the internet is, by its route table.</param>
/// <param name="RouteTableId">The table that decides for it.</param>
/// <param name="Parts">Instances, NAT gateways and interfaces of others in it.</param>
public sealed record MapSubnet(
    string Id,
    string? Name,
    string Zone,
    IReadOnlyList<string> Cidrs,
    MapTier Tier,
    string? RouteTableId,
    IReadOnlyList<MapPart> Parts);
