using Orrery.Bench.Load;
using Orrery.Bench.Report;
using Orrery.Bench.Servers;

namespace Orrery.Bench.Cases;

/// <summary>
/// Points a second into CloudWatch: Orrery answers once they are in its SQLite file, moto keeps them in memory.
/// </summary>
public sealed class MetricsBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "metrics";

    /// <inheritdoc/>
    public string Title => "PutMetricData at 16 connections (orrery: durable, moto: in memory)";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options) =>
    [
        await PutAsync(options, "1,000 points a call", (1000, 1), Bar.Floor(100)),
        await PutAsync(options, "1 point a call", (1, 1), null),
        await PutAsync(options, "20 points of 150 values a call, values", (20, 150), null),
    ];

    private static async Task<Row> PutAsync(BenchOptions options, string what, (int Points, int Values) size, Bar? bar)
    {
        if (ServerKind.Moto() is not { } moto) return Row.Skipped(what, "no moto_server here");
        var calls = Enumerable.Range(0, 16).Select(i => Requests.PutMetricData(size.Points, size.Values, i)).ToList();
        var rates = await Throughput.OfAsync(
            [ServerKind.Orrery(options.Orrery), moto],
            options,
            _ => Task.FromResult<Func<long, byte[]>>(number => calls[(int)(number % calls.Count)]));
        var each = (double)size.Points * size.Values;
        return new(what, rates[0] * each, "/s", moto.Name, rates[1] * each, bar);
    }
}
