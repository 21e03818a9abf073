using Orrery.Core;

namespace Orrery.Engines.Scaling.Balance;

/// <summary>How to balance zones: what to launch now, and what to terminate once that is in service.</summary>
/// <param name="Launch">The zones to launch into, one entry an instance.</param>
/// <param name="Terminate">The zones to take from, one entry an instance, as many.</param>
/// <param name="Ceiling">The most that the group may have meanwhile.</param>
/// <param name="Why">The reasons.</param>
public sealed record RebalanceStep(
    IReadOnlyList<string> Launch, IReadOnlyList<string> Terminate, int Ceiling, Reason Why)
{
    /// <summary>Whether there is anything to do.</summary>
    public bool IsChange => Launch.Count > 0;
}
