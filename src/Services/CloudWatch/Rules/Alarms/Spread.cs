namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>The mean, deviation and extremes of values, taken in one by one (Welford's method).</summary>
internal sealed class Spread
{
    private double _squares;

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>The mean.</summary>
    public double Mean { get; private set; }

    /// <summary>The least.</summary>
    public double Least { get; private set; } = double.MaxValue;

    /// <summary>The greatest.</summary>
    public double Most { get; private set; } = double.MinValue;

    /// <summary>The standard deviation.</summary>
    public double Deviation => Count < 2 ? 0 : Math.Sqrt(_squares / Count);

    /// <summary>Takes one in.</summary>
    public void Add(double value)
    {
        var off = value - Mean;
        Mean += off / ++Count;
        _squares += off * (value - Mean);
        Least = Math.Min(Least, value);
        Most = Math.Max(Most, value);
    }
}
