namespace Orrery.Engines.Load.Shapes;

/// <summary>A wave (a cosine) of one day between a low and a high, highest at an hour of the day in UTC.</summary>
public sealed class DiurnalShape : Shape
{
    private readonly double[] _day = new double[Day];

    /// <summary>Makes one.</summary>
    /// <param name="low">The lowest rate.</param>
    /// <param name="high">The highest rate.</param>
    /// <param name="peakHour">When it is highest, 0 to 24.</param>
    public DiurnalShape(double low, double high, double peakHour)
    {
        for (var minute = 0; minute < Day; minute++)
        {
            var angle = 2 * Math.PI * (minute - (peakHour * 60)) / Day;
            _day[minute] = low + ((high - low) * (1 + Math.Cos(angle)) / 2);
        }
    }

    /// <inheritdoc/>
    public override double RateAt(long minute) => _day[(int)(((minute % Day) + Day) % Day)];
}
