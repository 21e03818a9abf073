namespace Orrery.Engines.Load.Shapes;

/// <summary>Always the same.</summary>
public sealed class ConstantShape(double rate) : Shape
{
    /// <inheritdoc/>
    public override double RateAt(long minute) => rate;
}
