namespace Orrery.Engines.Scaling.Termination;

/// <summary>What an instance was launched from; the earlier here, the more outdated.</summary>
public enum LaunchSourceKind
{
    /// <summary>A launch configuration.</summary>
    LaunchConfiguration,

    /// <summary>A template other than the group's.</summary>
    OtherTemplate,

    /// <summary>The template of the group.</summary>
    CurrentTemplate,
}
