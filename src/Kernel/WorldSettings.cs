using Orrery.Kernel.Calls;
using Orrery.Kernel.Time;

namespace Orrery.Kernel;

/// <summary>
/// How a world is run. The first four are fixed when a world is made; the others may differ from run to run.
/// </summary>
public sealed record WorldSettings
{
    /// <summary>The seed of all ids and randomness.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>The virtual instant at which the world begins; null for the machine's time.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>How the clock begins.</summary>
    public ClockMode Mode { get; init; } = ClockMode.Live;

    /// <summary>Virtual seconds per real second, in live mode.</summary>
    public double Rate { get; init; } = 1;

    /// <summary>How long transitions take.</summary>
    public Delays Delays { get; init; } = Delays.None;

    /// <summary>How long, in virtual time, history is kept; null keeps all of it.</summary>
    public TimeSpan? History { get; init; }

    /// <summary>The machine's clock.</summary>
    public TimeProvider Machine { get; init; } = MachineClock.Instance;
}
