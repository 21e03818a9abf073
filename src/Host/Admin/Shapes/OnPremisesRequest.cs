namespace Orrery.Host.Admin.Shapes;

/// <summary>What is behind a customer gateway.</summary>
/// <param name="Cidrs">The blocks of its hosts.</param>
/// <param name="Announced">The blocks that its device announces over BGP; none given: those of its hosts.</param>
/// <param name="Tunnels">How many tunnels of each VPN connection it keeps up; none given: both.</param>
public sealed record OnPremisesRequest(
    IReadOnlyList<string>? Cidrs = null, IReadOnlyList<string>? Announced = null, int? Tunnels = null);
