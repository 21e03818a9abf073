namespace Orrery.Engines.Scaling.Warm;

/// <summary>What EC2 says of an instance.</summary>
public enum WarmSeen
{
    /// <summary>It starts.</summary>
    Pending,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It stops.</summary>
    Stopping,

    /// <summary>It is stopped.</summary>
    Stopped,

    /// <summary>It ends, or has ended.</summary>
    Gone,
}
