namespace Orrery.Engines.Reachability.Model;

/// <summary>The state of a NAT gateway (the values of AWS's <c>NatGatewayState</c>).</summary>
public enum NatGatewayState
{
    /// <summary>Works.</summary>
    Available,

    /// <summary>Being made.</summary>
    Pending,

    /// <summary>Could not be made.</summary>
    Failed,

    /// <summary>Being removed.</summary>
    Deleting,

    /// <summary>Gone; routes to it are blackholes.</summary>
    Deleted,
}
