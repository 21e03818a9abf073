using Orrery.Operations.Matching;

namespace Orrery.Services.Sns.Filtering;

/// <summary><c>cidr</c>: the value is an address of a block.</summary>
internal sealed record CidrTest(AddressBlock Block) : FilterTest
{
    /// <inheritdoc/>
    public override bool Passes(FilterValue value) =>
        value.Kind == FilterValueKind.Text && Block.Contains(value.Text);
}
