namespace Orrery.Contracts.Maps;

/// <summary>Networks as they are drawn: what there is, where it stands, what it is joined to.</summary>
/// <param name="Vpcs">The VPCs, with all that is in them, by account, region and id.</param>
/// <param name="Hubs">The transit gateways.</param>
/// <param name="Sites">What is outside of AWS: customer gateways with the networks behind them.</param>
/// <param name="Links">What joins two of these.</param>
public sealed record NetworkMap(
    IReadOnlyList<MapVpc> Vpcs,
    IReadOnlyList<MapHub> Hubs,
    IReadOnlyList<MapSite> Sites,
    IReadOnlyList<MapLink> Links);
