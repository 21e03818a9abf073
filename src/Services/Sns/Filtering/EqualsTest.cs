namespace Orrery.Services.Sns.Filtering;

/// <summary>The value is exactly this.</summary>
internal sealed record EqualsTest(FilterValue Wanted) : FilterTest
{
    /// <inheritdoc/>
    public override bool Passes(FilterValue value) => value.Is(Wanted);
}
