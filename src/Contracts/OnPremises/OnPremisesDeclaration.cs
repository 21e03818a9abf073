namespace Orrery.Contracts.OnPremises;

/// <summary>What is declared of a network behind a customer gateway.</summary>
/// <param name="Cidrs">The blocks of its hosts.</param>
/// <param name="Announced">The blocks that its device announces over BGP; null for those of its hosts.</param>
/// <param name="Tunnels">How many tunnels of each connection its device keeps up, the first one first: 0 to 2.</param>
public sealed record OnPremisesDeclaration(
    IReadOnlyList<string> Cidrs, IReadOnlyList<string>? Announced = null, int Tunnels = 2);
