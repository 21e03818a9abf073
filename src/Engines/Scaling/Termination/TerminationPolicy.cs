namespace Orrery.Engines.Scaling.Termination;

/// <summary>What an instance is chosen by.</summary>
public enum TerminationPolicy
{
    /// <summary>The order that a group has by itself.</summary>
    Default,

    /// <summary>Align what is left to the allocation strategy.</summary>
    AllocationStrategy,

    /// <summary>Other templates first, then the oldest version of the group's.</summary>
    OldestLaunchTemplate,

    /// <summary>The oldest launch configuration.</summary>
    OldestLaunchConfiguration,

    /// <summary>The nearest to the next hour that is charged for.</summary>
    ClosestToNextInstanceHour,

    /// <summary>The newest.</summary>
    NewestInstance,

    /// <summary>The oldest.</summary>
    OldestInstance,
}
