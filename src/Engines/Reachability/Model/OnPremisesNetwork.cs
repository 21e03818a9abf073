using Orrery.Core;

namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// A customer's own network behind a customer gateway, as far as it was declared: where its hosts are.
/// </summary>
/// <param name="Id">Its id: that of the customer gateway.</param>
public sealed record OnPremisesNetwork(string Id) : Element(Id)
{
    /// <summary>The blocks of its hosts.</summary>
    public IReadOnlyList<Cidr> Cidrs { get; init; } = [];
}
