using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Ports;
using Orrery.Services.CloudWatch.Records.Alarms;
using Orrery.Services.CloudWatch.Rules.Alarms;
using Orrery.Services.CloudWatch.Rules.Reading;

namespace Orrery.Services.CloudWatch.Loops;

/// <summary>
/// Trains anomaly detectors: once they are made, and every day anew. AWS gives no times but "up to three hours" for
/// data to be enough (CloudWatch User Guide, "Using CloudWatch anomaly detection"): guessed.
/// </summary>
public sealed class AlarmDetectorLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is the detector's key.</summary>
    internal const string TimerKind = "cloudwatch.anomaly-detector";

    private static readonly TimeSpan First = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Again = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Has a detector trained.</summary>
    internal static void Begin(Call call, DetectorRecord detector)
    {
        Forget(call, detector.Key);
        call.Settle(TimerKind, First, detector.Key.Value);
    }

    /// <summary>Takes back what is planned for a detector.</summary>
    internal static void Forget(Call call, DetectorKey key) => call.Cancel(TimerKind, key.Value);

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(AlarmTables.Detectors).Find(new(subject)) is not { } detector) return;
        var to = call.Now.ToUnixTimeSeconds() / Detecting.Period * Detecting.Period;
        var query = new StatQuery(detector.Metric, detector.Stat, Detecting.Period);
        var points = StatRead.Read(call, query, to - (long)Detecting.Memory.TotalSeconds, to);
        var model = Detecting.Train(detector, points, call.Now);
        call.Write(AlarmTables.Detectors).Put(detector with { Model = model });
        call.Schedule(TimerKind, call.Now + Again, subject);

        // The bands are others now: so may be the states of the alarms on them.
        new AlarmWatcher().Put(call, [detector.Metric]);
    }
}
