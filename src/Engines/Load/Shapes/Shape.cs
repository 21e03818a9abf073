namespace Orrery.Engines.Load.Shapes;

/// <summary>
/// A rate as a function of time, the same all through a minute. Minutes are counted from the beginning of Unix time. A
/// shape has no state: any minute can be asked for, in any order.
/// </summary>
public abstract class Shape
{
    /// <summary>Minutes of a day.</summary>
    protected const int Day = 24 * 60;

    /// <summary>The rate in requests a second during a minute; never below 0.</summary>
    public abstract double RateAt(long minute);
}
