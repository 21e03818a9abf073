namespace Orrery.Engines.Scaling.Warm;

/// <summary>Where an instance of a warm pool is in its life.</summary>
public enum PoolStage
{
    /// <summary>It comes, from EC2 or from the group.</summary>
    Pending,

    /// <summary>It waits for hooks before it is ready.</summary>
    Waiting,

    /// <summary>Its hooks are done; it is brought into the state of the pool.</summary>
    Proceeding,

    /// <summary>It is ready, stopped.</summary>
    Stopped,

    /// <summary>It is ready, running.</summary>
    Running,

    /// <summary>It ends.</summary>
    Terminating,
}
