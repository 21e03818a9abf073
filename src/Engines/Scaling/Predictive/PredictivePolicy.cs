namespace Orrery.Engines.Scaling.Predictive;

/// <summary>A predictive scaling policy.</summary>
/// <param name="Target">The load of one unit of capacity at which it shall be.</param>
/// <param name="IsActive">Whether it scales; else it only forecasts.</param>
/// <param name="Breach">What it does near the maximum.</param>
/// <param name="Buffer">How far above the forecast the maximum is raised, in percent.</param>
/// <param name="BufferSeconds">How long before an hour its capacity is launched.</param>
public sealed record PredictivePolicy(
    double Target,
    bool IsActive = false,
    MaxCapacityBreach Breach = MaxCapacityBreach.HonorMaxCapacity,
    int Buffer = 0,
    int BufferSeconds = 300);
