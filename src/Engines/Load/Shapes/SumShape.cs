namespace Orrery.Engines.Load.Shapes;

/// <summary>Several together.</summary>
public sealed class SumShape(IReadOnlyList<Shape> parts) : Shape
{
    /// <inheritdoc/>
    public override double RateAt(long minute)
    {
        var sum = 0.0;
        foreach (var part in parts) sum += part.RateAt(minute);
        return sum;
    }
}
