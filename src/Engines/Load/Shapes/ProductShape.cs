namespace Orrery.Engines.Load.Shapes;

/// <summary>A factor times each of several: a daily wave times a weekly one.</summary>
public sealed class ProductShape(double factor, IReadOnlyList<Shape> parts) : Shape
{
    /// <inheritdoc/>
    public override double RateAt(long minute)
    {
        var product = factor;
        foreach (var part in parts) product *= part.RateAt(minute);
        return product;
    }
}
