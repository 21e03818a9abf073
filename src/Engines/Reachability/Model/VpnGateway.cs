namespace Orrery.Engines.Reachability.Model;

/// <summary>A virtual private gateway. <see cref="Element.VpcId"/> is the VPC that it is attached to.</summary>
/// <param name="Id">The resource id.</param>
public sealed record VpnGateway(string Id) : Element(Id)
{
    /// <summary>The route table for what enters the VPC by it, or null.</summary>
    public string? RouteTableId { get; init; }
}
