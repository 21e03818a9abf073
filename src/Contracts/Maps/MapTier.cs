namespace Orrery.Contracts.Maps;

/// <summary>How far the internet is from a subnet.</summary>
public enum MapTier
{
    /// <summary>A route leads to an internet gateway that is attached.</summary>
    Public,

    /// <summary>A default route leads elsewhere: a NAT gateway, an appliance, another network.</summary>
    Private,

    /// <summary>There is no default route that works.</summary>
    Isolated,
}
