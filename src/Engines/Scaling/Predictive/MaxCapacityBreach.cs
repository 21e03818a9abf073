namespace Orrery.Engines.Scaling.Predictive;

/// <summary>What to do where a forecast needs about as much as the maximum, or more.</summary>
public enum MaxCapacityBreach
{
    /// <summary>Keep to the maximum.</summary>
    HonorMaxCapacity,

    /// <summary>Raise the maximum; it stays raised.</summary>
    IncreaseMaxCapacity,
}
