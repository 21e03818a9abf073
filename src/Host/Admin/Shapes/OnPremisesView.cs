namespace Orrery.Host.Admin.Shapes;

/// <summary>A network that was declared behind a customer gateway.</summary>
/// <param name="CustomerGateway">The customer gateway's id.</param>
/// <param name="Account">Its account.</param>
/// <param name="Region">Its region.</param>
/// <param name="Cidrs">The blocks of its hosts.</param>
/// <param name="Announced">The blocks that its device announces over BGP.</param>
/// <param name="Tunnels">How many tunnels of each VPN connection it keeps up.</param>
/// <param name="Connections">The VPN connections that end there.</param>
public sealed record OnPremisesView(
    string CustomerGateway,
    string Account,
    string Region,
    IReadOnlyList<string> Cidrs,
    IReadOnlyList<string> Announced,
    int Tunnels,
    IReadOnlyList<OnPremisesConnectionView> Connections);
