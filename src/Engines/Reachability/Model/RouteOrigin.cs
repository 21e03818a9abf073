namespace Orrery.Engines.Reachability.Model;

/// <summary>How a route came into its table (the values of AWS's <c>RouteOrigin</c>).</summary>
public enum RouteOrigin
{
    /// <summary>With the table itself: a local route.</summary>
    CreateRouteTable,

    /// <summary>Static: somebody made it.</summary>
    CreateRoute,

    /// <summary>Propagated by a virtual private gateway; static routes to the same destination win.</summary>
    EnableVgwRoutePropagation,
}
