using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records;
using Orrery.Services.CloudWatch.Rules.Storing;
using Orrery.Services.CloudWatch.Upkeep;

namespace Orrery.Services.CloudWatch.Rules.Metrics;

/// <summary>
/// Which metric is rolled up when: by the day, so that one timer serves all of a region. Readers do not wait for it:
/// they see points by their age, wherever they lie.
/// </summary>
internal static class Retention
{
    private const string DayFormat = "yyyyMMdd";

    /// <summary>Sees to it that streams into which points were filed are rolled up in time.</summary>
    public static void Expect(Call call, IReadOnlyCollection<long> streams)
    {
        // Points by the second are the first to go; a day later is soon enough for any metric.
        var filed = streams.ToHashSet();
        var day = DayAfter(call.Now + TimeSpan.FromDays(1));
        foreach (var metric in call.Read(MetricTables.Metrics).By(MetricTables.MetricsByUpkeep, "").ToList())
        {
            if (metric.Streams.Any(stream => filed.Contains(stream.Number)))
                Put(call, metric, day);
        }
    }

    /// <summary>Rolls up what is due on a day.</summary>
    public static void RollUp(Call call, string day)
    {
        foreach (var metric in call.Read(MetricTables.Metrics).By(MetricTables.MetricsByUpkeep, day).ToList())
        {
            DateTimeOffset? next = null;
            foreach (var stream in metric.Streams)
            {
                var due = PointRows.RollUp(call, stream.Number);
                next = next < due ? next : due ?? next;
            }

            if (next is { } later)
                Put(call, metric, DayAfter(later < call.Now ? call.Now : later));
            else if (Intake.StateOf(call).Batches == 0 && !MetricRoster.IsListed(metric, call.Now))
                call.Write(MetricTables.Metrics).Remove(metric.Key);
            else
                Put(call, metric, DayAfter(call.Now + TimeSpan.FromDays(1)));
        }
    }

    private static void Put(Call call, MetricRecord metric, string day)
    {
        var metrics = call.Write(MetricTables.Metrics);
        if (!metrics.HasAny(MetricTables.MetricsByUpkeep, day))
        {
            var due = DateTimeOffset.ParseExact(
                day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            call.Schedule(RetentionTimer.TimerKind, due, day);
        }

        metrics.Put(metric with { UpkeepDay = day });
    }

    private static string DayAfter(DateTimeOffset instant) =>
        instant.UtcDateTime.Date.AddDays(1).ToString(DayFormat, CultureInfo.InvariantCulture);
}
