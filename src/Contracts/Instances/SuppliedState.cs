namespace Orrery.Contracts.Instances;

/// <summary>Where in its life an instance is.</summary>
public enum SuppliedState
{
    /// <summary>It starts.</summary>
    Pending,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It stops.</summary>
    Stopping,

    /// <summary>It is stopped.</summary>
    Stopped,

    /// <summary>It ends.</summary>
    ShuttingDown,

    /// <summary>It has ended.</summary>
    Terminated,
}
