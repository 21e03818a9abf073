namespace Orrery.Engines.Scaling;

/// <summary>The limits of a group, in its units: instances, or what their weights count.</summary>
/// <param name="Min">The least that it may desire.</param>
/// <param name="Max">The most that it may desire.</param>
public readonly record struct Limits(int Min, int Max)
{
    /// <summary>The nearest capacity within the limits.</summary>
    public int Clamp(int capacity) => Math.Max(Min, Math.Min(Max, capacity));
}
