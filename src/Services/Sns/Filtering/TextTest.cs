using Orrery.Operations.Matching;

namespace Orrery.Services.Sns.Filtering;

/// <summary>The value is a text that begins, ends or reads so.</summary>
internal sealed record TextTest(TextMatch Match, string Wanted) : FilterTest
{
    private readonly StarText _stars = new(Wanted.Split('*'));

    /// <inheritdoc/>
    public override bool Passes(FilterValue value) => value.Kind == FilterValueKind.Text && Match switch
    {
        TextMatch.Prefix => value.Text.StartsWith(Wanted, StringComparison.Ordinal),
        TextMatch.Suffix => value.Text.EndsWith(Wanted, StringComparison.Ordinal),
        TextMatch.IgnoreCase => value.Text.Equals(Wanted, StringComparison.OrdinalIgnoreCase),
        _ => _stars.Matches(value.Text),
    };
}
