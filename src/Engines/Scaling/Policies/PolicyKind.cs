namespace Orrery.Engines.Scaling.Policies;

/// <summary>The kinds of policies of a group.</summary>
public enum PolicyKind
{
    /// <summary>Simple scaling.</summary>
    Simple,

    /// <summary>Step scaling.</summary>
    Step,

    /// <summary>Target tracking.</summary>
    TargetTracking,

    /// <summary>Predictive scaling.</summary>
    Predictive,
}
