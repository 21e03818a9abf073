using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Loops;
using Orrery.Services.CloudWatch.Ports;
using Orrery.Services.CloudWatch.Records.Alarms;

namespace Orrery.Services.CloudWatch.Rules.Alarms;

/// <summary>Makes anomaly detectors.</summary>
internal static class Detectors
{
    /// <summary>Keeps a detector and has it trained.</summary>
    public static void Put(Call call, DetectorRecord detector)
    {
        call.Write(AlarmTables.Detectors).Put(detector);
        AlarmDetectorLoop.Begin(call, detector);
    }

    /// <summary>
    /// An alarm on a band has a detector made where there is none. Source: CloudWatch User Guide, "Creating a
    /// CloudWatch alarm based on anomaly detection".
    /// </summary>
    public static void ForAlarm(Call call, AlarmWatchRecord watch)
    {
        if (watch.ThresholdMetricId is null) return;
        var band = BandExpression.Parse(watch.Queries.First(q => q.Id == watch.ThresholdMetricId).Expression)!;
        var stat = WatchedMetrics.StatOf(watch.Queries.First(q => q.Id == band.Of));
        if (AnomalyBands.Detector(call, stat) is null)
            Put(call, new()
            {
                Key = AnomalyBands.KeyOf(stat.Metric, stat.Statistic), Metric = stat.Metric, Stat = stat.Statistic,
            });
    }
}
