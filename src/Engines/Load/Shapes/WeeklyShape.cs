namespace Orrery.Engines.Load.Shapes;

/// <summary>A rate for each day of the week, from Monday on, in UTC.</summary>
public sealed class WeeklyShape(IReadOnlyList<double> rates) : Shape
{
    // Unix time begins on a Thursday: three days after a Monday.
    private const int Offset = 3;
    private const int Days = 7;

    /// <inheritdoc/>
    public override double RateAt(long minute)
    {
        var day = (long)Math.Floor((double)minute / Day) + Offset;
        return rates[(int)(((day % Days) + Days) % Days)];
    }
}
