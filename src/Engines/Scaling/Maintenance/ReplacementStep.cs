using Orrery.Core;

namespace Orrery.Engines.Scaling.Maintenance;

/// <summary>What to do next to replace instances.</summary>
/// <param name="Launch">How many to launch.</param>
/// <param name="Terminate">How many of the old that are ready to terminate.</param>
/// <param name="TerminateUnready">How many of the unready to terminate.</param>
/// <param name="Why">The reasons.</param>
public sealed record ReplacementStep(int Launch, int Terminate, int TerminateUnready, Reason Why)
{
    /// <summary>Whether there is anything to do now.</summary>
    public bool IsChange => Launch + Terminate + TerminateUnready > 0;
}
