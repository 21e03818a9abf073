using Orrery.Core;

namespace Orrery.Engines.Scaling.Maintenance;

/// <summary>What an instance refresh does next.</summary>
/// <param name="Replacement">What to launch and to terminate.</param>
/// <param name="Checkpoint">The checkpoint that it has now reached and pauses at; null for none.</param>
/// <param name="IsDone">Whether it has come to its end.</param>
/// <param name="PercentComplete">How much is replaced, in percent.</param>
/// <param name="Why">The reasons.</param>
public sealed record RefreshStep(
    ReplacementStep Replacement, int? Checkpoint, bool IsDone, int PercentComplete, Reason Why);
