namespace Orrery.Engines.Scaling.Warm;

/// <summary>What is done with an instance of a warm pool.</summary>
public enum WarmStep
{
    /// <summary>Nothing: it is as it should be, or on its way.</summary>
    None,

    /// <summary>Its hooks begin; where there are none it proceeds.</summary>
    Hooks,

    /// <summary>It is stopped.</summary>
    Stop,

    /// <summary>It is ready, stopped.</summary>
    SettleStopped,

    /// <summary>It is ready, running.</summary>
    SettleRunning,

    /// <summary>It is given up: it never becomes ready.</summary>
    GiveUp,

    /// <summary>It is held for unhealthy: it was ready and is not what it should be.</summary>
    Sicken,
}
