namespace Orrery.Services.Sns.Filtering;

/// <summary><c>exists</c>: there is a value, or there is none.</summary>
internal sealed record ExistsTest(bool Wanted) : FilterTest
{
    /// <inheritdoc/>
    public override bool Passes(FilterValue value) => Wanted;
}
