namespace Orrery.Engines.Scaling.Maintenance;

/// <summary>Where an instance refresh is.</summary>
/// <param name="Range">How much has to be healthy.</param>
/// <param name="Size">How many instances it replaces in all.</param>
/// <param name="Replaced">How many successors are in service and warmed up.</param>
/// <param name="InFlight">How many replacements have begun and are not done.</param>
/// <param name="Group">What the group has; what is allowed is worked out here.</param>
/// <param name="Checkpoints">The percentages at which it pauses, ascending; empty for none.</param>
/// <param name="Passed">The last checkpoint at which it has paused; 0 for none.</param>
/// <param name="PausedUntil">When its pause ends; null where it does not pause.</param>
public sealed record RefreshFacts(
    HealthyRange Range,
    int Size,
    int Replaced,
    int InFlight,
    ReplacementFacts Group,
    IReadOnlyList<int> Checkpoints,
    int Passed = 0,
    DateTimeOffset? PausedUntil = null);
