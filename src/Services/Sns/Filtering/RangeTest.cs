namespace Orrery.Services.Sns.Filtering;

/// <summary><c>numeric</c>: the value is a number between bounds.</summary>
/// <param name="Low">The lower bound; null for none.</param>
/// <param name="WithLow">Whether the bound itself passes.</param>
/// <param name="High">The upper bound; null for none.</param>
/// <param name="WithHigh">Whether the bound itself passes.</param>
internal sealed record RangeTest(decimal? Low, bool WithLow, decimal? High, bool WithHigh) : FilterTest
{
    /// <inheritdoc/>
    public override bool Passes(FilterValue value) =>
        value.Kind == FilterValueKind.Number
        && (Low is not { } low || value.Number > low || (WithLow && value.Number == low))
        && (High is not { } high || value.Number < high || (WithHigh && value.Number == high));
}
