namespace Orrery.Engines.Scaling.Mixed;

/// <summary>How Spot Instances choose their pool.</summary>
public enum SpotStrategy
{
    /// <summary>The cheapest pools, spread over some of them.</summary>
    LowestPrice,

    /// <summary>The pools with the most spare capacity.</summary>
    CapacityOptimized,

    /// <summary>The same, with the order of the overrides where capacity is much the same.</summary>
    CapacityOptimizedPrioritized,

    /// <summary>The cheapest of those with much spare capacity.</summary>
    PriceCapacityOptimized,
}
