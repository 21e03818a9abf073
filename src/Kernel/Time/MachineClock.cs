namespace Orrery.Kernel.Time;

/// <summary>The one place that knows the machine's clock.</summary>
public static class MachineClock
{
#pragma warning disable RS0030 // A live world runs with real time: it comes from here alone.
    /// <summary>The machine's clock and timers.</summary>
    public static TimeProvider Instance => TimeProvider.System;
#pragma warning restore RS0030
}
