using Orrery.Bench.Alarms;
using Orrery.Bench.Report;

namespace Orrery.Bench.Cases;

/// <summary>Whether thousands of alarms over weeks of virtual time cost no more than a minute.</summary>
public sealed class AlarmsBenchmark : IBenchmark
{
    private const double Allowed = 60;

    /// <inheritdoc/>
    public string Name => "alarms";

    /// <inheritdoc/>
    public string Title => "Alarms on diurnal metrics over virtual time, in process: processor time";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        // Another world first, so that code is compiled before anything is measured.
        await AlarmsBench.MeasureAsync(options.Sized(500, 2), 2);
        var (alarms, days) = options.Sized((10_000, 30), (5, 2));
        var figures = await AlarmsBench.MeasureAsync(alarms, days);
        var what = $"{alarms} alarms, {days} days, {figures.Changes} commits";
        return [new(what, figures.Seconds, "s", "allowed", Allowed, Bar.Ceiling(1))];
    }
}
