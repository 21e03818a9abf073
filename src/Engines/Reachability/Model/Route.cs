using Orrery.Core;

namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// A route. Whether it is a blackhole is not said here: it follows from its target being gone, detached or not active.
/// Exactly one of <paramref name="Destination"/> and <paramref name="PrefixListId"/> is set.
/// </summary>
/// <param name="Destination">The destination block, or null where a prefix list is the destination.</param>
/// <param name="PrefixListId">The destination prefix list, or null.</param>
/// <param name="Target">The id of a gateway, interface or peering connection, or <see cref="Local"/>.</param>
/// <param name="Origin">How the route came into the table.</param>
public sealed record Route(Cidr? Destination, string? PrefixListId, string Target, RouteOrigin Origin)
{
    /// <summary>The target of routes that stay within the VPC.</summary>
    public const string Local = "local";

    /// <summary>A static route to a block.</summary>
    public static Route To(Cidr destination, string target) => new(destination, null, target, RouteOrigin.CreateRoute);

    /// <summary>A static route to the blocks of a prefix list.</summary>
    public static Route ToPrefixList(string prefixListId, string target) =>
        new(null, prefixListId, target, RouteOrigin.CreateRoute);
}
