namespace Orrery.Engines.Reachability.Tracing;

/// <summary>What a hop did with the packet.</summary>
public enum HopAction
{
    /// <summary>Sent it: the end where it begins.</summary>
    Send,

    /// <summary>Let it pass by a rule or route.</summary>
    Pass,

    /// <summary>Let it pass because it answers a packet that passed before (a security group's tracking).</summary>
    Track,

    /// <summary>Passed it on with another address or port.</summary>
    Translate,

    /// <summary>Took it: the end where it was going.</summary>
    Receive,

    /// <summary>Dropped it: the trace ends here.</summary>
    Drop,
}
