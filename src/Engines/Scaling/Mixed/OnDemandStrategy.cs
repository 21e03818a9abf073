namespace Orrery.Engines.Scaling.Mixed;

/// <summary>How On-Demand Instances choose their type.</summary>
public enum OnDemandStrategy
{
    /// <summary>The order of the overrides.</summary>
    Prioritized,

    /// <summary>The lowest price of a unit.</summary>
    LowestPrice,
}
