using Orrery.Engines.Scaling.Balance;

namespace Orrery.Engines.Scaling.Mixed;

/// <summary>What a mixed group has and may launch from.</summary>
/// <param name="Desired">What it desires, in units.</param>
/// <param name="OnDemand">What it has On-Demand, in units.</param>
/// <param name="Spot">What it has on Spot, in units.</param>
/// <param name="Zones">Its zones with what it has there, in units.</param>
/// <param name="Pools">Its pools.</param>
/// <param name="BalancedOnly">Whether a zone without room leaves it short.</param>
public sealed record MixedFacts(
    int Desired, int OnDemand, int Spot, IReadOnlyList<ZoneFact> Zones, IReadOnlyList<Pool> Pools,
    bool BalancedOnly = false);
