namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// An internet gateway; <see cref="Element.VpcId"/> is the VPC that it is attached to, null while detached.
/// </summary>
/// <param name="Id">The resource id.</param>
public sealed record InternetGateway(string Id) : Element(Id)
{
    /// <summary>The gateway route table (edge association) that guides what comes in, or null.</summary>
    public string? RouteTableId { get; init; }
}
