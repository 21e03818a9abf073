using System.Net;

namespace Orrery.Services.Sns.Filtering;

/// <summary><c>cidr</c>: the value is an address of a block.</summary>
internal sealed record CidrTest(IPNetwork Block) : FilterTest
{
    /// <inheritdoc/>
    public override bool Passes(FilterValue value) =>
        value.Kind == FilterValueKind.Text
        && IPAddress.TryParse(value.Text, out var address)
        && address.AddressFamily == Block.BaseAddress.AddressFamily
        && Block.Contains(address);
}
