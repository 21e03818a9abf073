namespace Orrery.Engines.Scaling.Predictive;

/// <summary>The least capacity that an hour needs.</summary>
/// <param name="At">Its beginning.</param>
/// <param name="Capacity">The capacity.</param>
public readonly record struct CapacityPoint(DateTimeOffset At, int Capacity);
