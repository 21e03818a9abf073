using Orrery.Core;

namespace Orrery.Contracts.OnPremises;

/// <summary>A network that was declared behind a customer gateway.</summary>
/// <param name="CustomerGatewayId">The customer gateway.</param>
/// <param name="Account">Its account.</param>
/// <param name="Region">Its region.</param>
/// <param name="Cidrs">The blocks of its hosts.</param>
/// <param name="Announced">The blocks that its device announces over BGP.</param>
/// <param name="Tunnels">How many tunnels of each connection its device keeps up.</param>
/// <param name="Connections">The VPN connections that end there.</param>
public sealed record OnPremisesNetwork(
    string CustomerGatewayId,
    string Account,
    string Region,
    IReadOnlyList<Cidr> Cidrs,
    IReadOnlyList<Cidr> Announced,
    int Tunnels,
    IReadOnlyList<OnPremisesConnection> Connections);
