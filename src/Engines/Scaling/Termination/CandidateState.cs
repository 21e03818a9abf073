namespace Orrery.Engines.Scaling.Termination;

/// <summary>Where in its life a member of a group is.</summary>
public enum CandidateState
{
    /// <summary>On its way in.</summary>
    Pending,

    /// <summary>In service.</summary>
    InService,

    /// <summary>Set aside; it does not count to the capacity.</summary>
    Standby,

    /// <summary>On its way out.</summary>
    Terminating,
}
