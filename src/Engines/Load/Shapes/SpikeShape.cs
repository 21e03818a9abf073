namespace Orrery.Engines.Load.Shapes;

/// <summary>A rate for a while, and nothing before and after.</summary>
public sealed class SpikeShape(double rate, long start, double minutes) : Shape
{
    /// <inheritdoc/>
    public override double RateAt(long minute) => minute >= start && minute < start + minutes ? rate : 0;
}
