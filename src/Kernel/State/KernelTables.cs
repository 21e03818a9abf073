using Orrery.Kernel.Time;

namespace Orrery.Kernel.State;

/// <summary>
/// The kernel's own tables. Timers, clock and scopes are records like all others: so they fork, and are kept.
/// </summary>
public static class KernelTables
{
    /// <summary>What is due, in each scope.</summary>
    public static readonly Table<TimerId, TimerRecord> Timers =
        Table<TimerId, TimerRecord>.Resident("orrery.timers", timer => timer.Id, () => KernelJson.Default.TimerRecord);

    /// <summary>Timers by kind and subject, as <see cref="Subject"/> joins them.</summary>
    public static readonly Index<TimerId, TimerRecord> TimersBySubject =
        Timers.Index("subject", timer => Subject(timer.Kind, timer.Subject));

    /// <summary>Timers whose handler failed.</summary>
    public static readonly Table<TimerId, FailedTimerRecord> FailedTimers = Table<TimerId, FailedTimerRecord>.Resident(
        "orrery.failed-timers", failed => failed.Timer.Id, () => KernelJson.Default.FailedTimerRecord);

    internal static readonly Table<RecordName, ScopeRecord> Scopes =
        Table<RecordName, ScopeRecord>.Resident(
            "orrery.scopes", scope => scope.Id, () => KernelJson.Default.ScopeRecord);

    internal static readonly Table<RecordName, ClockRecord> Clock =
        Table<RecordName, ClockRecord>.Resident("orrery.clock", _ => ClockKey, () => KernelJson.Default.ClockRecord);

    internal static readonly RecordName ClockKey = new("clock");

    internal static readonly RecordName ScopeKey = new("scope");

    internal static readonly AnyTable[] All = [Timers, FailedTimers, Scopes, Clock];

    /// <summary>The index value of <see cref="TimersBySubject"/>.</summary>
    public static string Subject(string kind, string subject) => $"{kind}\n{subject}";
}
