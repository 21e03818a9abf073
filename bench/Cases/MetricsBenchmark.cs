using Orrery.Bench.Load;
using Orrery.Bench.Metrics;
using Orrery.Bench.Report;
using Orrery.Bench.Servers;

namespace Orrery.Bench.Cases;

/// <summary>
/// Points a second into CloudWatch (Orrery answers once they are in its SQLite file, moto keeps them in memory), and how
/// long a metric of fifteen months takes to read.
/// </summary>
public sealed class MetricsBenchmark : IBenchmark
{
    private const double Limit = 20;

    /// <inheritdoc/>
    public string Name => "metrics";

    /// <inheritdoc/>
    public string Title => "PutMetricData at 16 connections (orrery: durable, moto: in memory), GetMetricData";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        var rows = new List<Row>();
        rows.AddRange(await PutAsync(options, "20 x 150 values", 20, 150, Bar.Floor(100)));
        rows.AddRange(await PutAsync(options, "1,000 x 1 value", 1000, 1, null));
        rows.AddRange(await PutAsync(options, "1 x 1 value", 1, 1, null));
        using var folder = new TemporaryFolder();
        var year = await MetricYear.FillAsync(folder.Path, options.Sized(455, 40));
        foreach (var (statistic, period) in new[] { ("Sum", 3600), ("Average", 86_400), ("p99", 3600) })
        {
            var took = year.Read(statistic, period, options.Sized(21, 1));
            var bar = statistic == "p99" ? null : Bar.Ceiling(1);
            rows.Add(new($"{options.Sized(15, 1)} months of minutes, {statistic} by {period} s", took, "ms", "limit", Limit, bar));
        }

        await year.DisposeAsync();
        return rows;
    }

    private static async Task<IReadOnlyList<Row>> PutAsync(
        BenchOptions options, string what, int points, int values, Bar? bar)
    {
        if (ServerKind.Moto() is not { } moto) return [Row.Skipped(what, "no moto_server here")];
        var bodies = Enumerable.Range(0, 16).Select(i => Requests.PutMetricData(points, values, i)).ToList();
        var rates = await Throughput.OfAsync(
            [ServerKind.Orrery(options.Orrery), moto],
            options,
            _ => Task.FromResult<Func<long, byte[]>>(number => bodies[(int)(number % bodies.Count)]));
        var each = (double)points * values;
        return [new(what, rates[0] * each, "values/s", moto.Name, rates[1] * each, bar)];
    }
}
