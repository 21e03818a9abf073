namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// A network ACL: stateless, asked for each packet that crosses the border of a subnet, in both directions.
/// </summary>
/// <param name="Id">The resource id.</param>
public sealed record NetworkAcl(string Id) : Element(Id)
{
    /// <summary>Its entries in any order. What none matches is dropped.</summary>
    public IReadOnlyList<NetworkAclEntry> Entries { get; init; } = [];
}
