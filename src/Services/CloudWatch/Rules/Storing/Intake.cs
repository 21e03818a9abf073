using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records;
using Orrery.Services.CloudWatch.Rules.Statistics;
using Orrery.Services.CloudWatch.Upkeep;

namespace Orrery.Services.CloudWatch.Rules.Storing;

/// <summary>
/// Batches wait here until they are filed together: one row a call instead of one a metric. Readers look here too, so
/// nothing waits to be seen.
/// </summary>
internal static class Intake
{
    private const int MostBatches = 256;
    private const long MostBytes = 4 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What waits, and the next numbers.</summary>
    public static IntakeStateRecord StateOf(ReadCall call) =>
        call.Read(MetricTables.IntakeState).Find(new("intake")) ?? new();

    /// <summary>Adds a batch.</summary>
    public static void Put(Call call, IntakeStateRecord state, IntakeCodec batch)
    {
        var data = batch.ToArray();
        var key = new IntakeKey(state.NextBatch.ToString("x12", CultureInfo.InvariantCulture));
        call.Write(MetricTables.Intake).Put(new(key, data));
        var after = state with
        {
            NextBatch = state.NextBatch + 1,
            Batches = state.Batches + 1,
            Bytes = state.Bytes + data.Length,
        };
        call.Write(MetricTables.IntakeState).Put(after);
        if (state.Batches == 0) call.Schedule(FilingTimer.TimerKind, call.Now + Patience, "");
        if (after.Batches == MostBatches || (after.Bytes >= MostBytes && state.Bytes < MostBytes))
            call.Schedule(FilingTimer.TimerKind, call.Now, "");
    }

    /// <summary>Reads what waits of some streams.</summary>
    public static void Read(ReadCall call, Func<long, bool> wanted, Action<IntakePoint> take)
    {
        if (StateOf(call).Batches == 0) return;
        foreach (var batch in call.Read(MetricTables.Intake).All())
            IntakeCodec.Read(batch.Data, wanted, take);
    }

    /// <summary>Files all that waits.</summary>
    /// <returns>The streams that got points.</returns>
    public static IReadOnlyCollection<long> File(Call call)
    {
        var points = new Dictionary<(long Stream, bool IsHigh), List<Bucket>>();
        var batches = call.Write(MetricTables.Intake);
        foreach (var batch in batches.All().ToList())
        {
            IntakeCodec.Read(batch.Data, _ => true, point =>
            {
                var key = (point.Stream, point.IsHigh);
                if (!points.TryGetValue(key, out var list)) points.Add(key, list = []);
                list.Add(point.Bucket);
            });
            batches.Remove(batch.Key);
        }

        foreach (var ((stream, isHigh), buckets) in points)
            PointRows.Add(call, stream, Resolution.OfPut(isHigh), buckets);
        call.Write(MetricTables.IntakeState).Put(StateOf(call) with { Batches = 0, Bytes = 0 });
        return [.. points.Keys.Select(key => key.Stream).Distinct()];
    }
}
