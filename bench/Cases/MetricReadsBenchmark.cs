using Orrery.Bench.Metrics;
using Orrery.Bench.Report;
using Orrery.Bench.Servers;

namespace Orrery.Bench.Cases;

/// <summary>
/// How long a metric of fifteen months, a value a minute, takes to read in the periods that it still has.
/// </summary>
public sealed class MetricReadsBenchmark : IBenchmark
{
    private const double Limit = 20;

    /// <inheritdoc/>
    public string Name => "metric-reads";

    /// <inheritdoc/>
    public string Title => "GetMetricData over 455 days of a one-minute metric";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        var rows = new List<Row>();
        using var folder = new TemporaryFolder();
        await using var year = await MetricYear.FillAsync(folder.Path, options.Sized(455, 40));
        (string, int)[] reads = [("Sum", 3600), ("Average", 86_400), ("p99", 3600)];
        // Code is compiled before anything is measured.
        foreach (var (statistic, period) in reads) year.Read(statistic, period, options.Sized(40, 1));
        foreach (var (statistic, period) in reads)
        {
            var took = year.Read(statistic, period, options.Sized(21, 1));
            var bar = statistic == "p99" ? null : Bar.Ceiling(1);
            rows.Add(new($"{statistic} by {period} s", took, "ms", "limit", Limit, bar));
        }

        return rows;
    }
}
