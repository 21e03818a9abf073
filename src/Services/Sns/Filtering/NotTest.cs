namespace Orrery.Services.Sns.Filtering;

/// <summary><c>anything-but</c>: the value is there, and none of these.</summary>
internal sealed record NotTest(IReadOnlyList<FilterTest> Excluded) : FilterTest
{
    /// <inheritdoc/>
    public override bool Passes(FilterValue value) =>
        value.Kind != FilterValueKind.Opaque && !Excluded.Any(test => test.Passes(value));
}
