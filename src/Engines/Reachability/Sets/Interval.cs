namespace Orrery.Engines.Reachability.Sets;

/// <summary>A range of numbers (addresses, ports, protocols), both ends included.</summary>
/// <param name="Low">The first.</param>
/// <param name="High">The last; never below the first.</param>
public readonly record struct Interval(UInt128 Low, UInt128 High)
{
    /// <summary>A single number.</summary>
    public static Interval Point(UInt128 value) => new(value, value);

    /// <summary>True where there is exactly one number.</summary>
    public bool IsPoint => Low == High;

    /// <summary>True where the number lies within.</summary>
    public bool Contains(UInt128 value) => Low <= value && value <= High;

    /// <summary>True where the other range lies wholly within.</summary>
    public bool Contains(Interval other) => Low <= other.Low && other.High <= High;

    /// <summary>True where the two share a number.</summary>
    public bool Overlaps(Interval other) => Low <= other.High && other.Low <= High;

    /// <summary>What the two share; only where they overlap.</summary>
    public Interval Intersect(Interval other) =>
        new(Low > other.Low ? Low : other.Low, High < other.High ? High : other.High);
}
