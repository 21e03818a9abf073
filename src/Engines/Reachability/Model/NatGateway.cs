namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// A NAT gateway. A public one has a public address and needs a route from its own subnet to an internet gateway; a
/// private one has none. Its own requester-managed interface is not listed as an element beside it.
/// </summary>
/// <param name="Id">The resource id.</param>
public sealed record NatGateway(string Id) : Element(Id)
{
    /// <summary>The subnet that it is in.</summary>
    public required string SubnetId { get; init; }

    /// <summary>Its addresses, primary first. New connections get the first.</summary>
    public IReadOnlyList<InterfaceAddress> Addresses { get; init; } = [];

    /// <summary>Its state.</summary>
    public NatGatewayState State { get; init; }
}
