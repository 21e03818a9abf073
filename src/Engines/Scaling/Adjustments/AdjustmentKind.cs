namespace Orrery.Engines.Scaling.Adjustments;

/// <summary>How the number of an adjustment is meant.</summary>
public enum AdjustmentKind
{
    /// <summary>Units to add or to take away.</summary>
    ChangeInCapacity,

    /// <summary>The capacity itself.</summary>
    ExactCapacity,

    /// <summary>Percent of the current capacity to add or to take away.</summary>
    PercentChangeInCapacity,
}
