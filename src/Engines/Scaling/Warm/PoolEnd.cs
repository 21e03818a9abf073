using Orrery.Core;

namespace Orrery.Engines.Scaling.Warm;

/// <summary>An instance that leaves a warm pool for good.</summary>
/// <param name="Id">The instance.</param>
/// <param name="Sickness">Why it is unhealthy; null where it goes for another reason.</param>
/// <param name="Why">The reasons.</param>
public sealed record PoolEnd(string Id, string? Sickness, Reason Why)
{
    /// <summary>Whether it goes because an instance refresh replaces it.</summary>
    public bool IsStale { get; init; }
}
