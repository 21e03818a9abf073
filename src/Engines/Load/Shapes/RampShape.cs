namespace Orrery.Engines.Load.Shapes;

/// <summary>
/// Goes evenly from one rate to another; it has the first before and the second after. No length: a step.
/// </summary>
/// <param name="from">The rate before.</param>
/// <param name="to">The rate after.</param>
/// <param name="start">The minute in which it begins to change.</param>
/// <param name="minutes">How long that takes; 0 is a step.</param>
public sealed class RampShape(double from, double to, long start, double minutes = 0) : Shape
{
    /// <inheritdoc/>
    public override double RateAt(long minute) =>
        minute < start ? from
        : minute >= start + minutes ? to
        : from + ((to - from) * (minute - start) / minutes);
}
