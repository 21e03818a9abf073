namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// A route table. Local routes for the VPC's blocks may be listed or left out; a listed route with exactly the
/// destination of a local one takes its place (a replaced local target).
/// </summary>
/// <param name="Id">The resource id.</param>
public sealed record RouteTable(string Id) : Element(Id)
{
    /// <summary>Its routes.</summary>
    public IReadOnlyList<Route> Routes { get; init; } = [];
}
