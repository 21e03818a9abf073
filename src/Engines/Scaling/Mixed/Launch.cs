namespace Orrery.Engines.Scaling.Mixed;

/// <summary>Instances to launch from a pool.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Purchase">How they are paid for.</param>
/// <param name="Count">How many, at least 1.</param>
public sealed record Launch(Pool Pool, Purchase Purchase, int Count)
{
    /// <summary>What they count.</summary>
    public int Units => Pool.Weight * Count;
}
