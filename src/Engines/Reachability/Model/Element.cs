namespace Orrery.Engines.Reachability.Model;

/// <summary>
/// A part of a network, as little of it as decides where packets go. Ids are AWS's own and unique within a topology;
/// references are by id, and an id that names nothing means that the thing is gone.
/// </summary>
/// <param name="Id">The resource id.</param>
public abstract record Element(string Id)
{
    /// <summary>The account that owns it.</summary>
    public string Account { get; init; } = "";

    /// <summary>The region that it is in.</summary>
    public string Region { get; init; } = "";

    /// <summary>The VPC that it belongs or is attached to; null where it belongs to none, or to two.</summary>
    public string? VpcId { get; init; }
}
