using Orrery.Bench.Load;
using Orrery.Bench.Report;
using Orrery.Bench.Servers;

namespace Orrery.Bench.Cases;

/// <summary>Reads under load: DescribeVpcs of the default VPC over 16 connections.</summary>
public sealed class DescribeBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "describe";

    /// <inheritdoc/>
    public string Title => "DescribeVpcs at 16 connections";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        var bare = await MeasureAsync(ServerKind.Bare(options.Bare));
        var ours = await MeasureAsync(ServerKind.Orrery(options.Orrery));
        var row = new Row("DescribeVpcs", ours, "/s", "bare Kestrel", bare, Bar.Floor(0.5));
        if (ServerKind.Moto() is not { } moto) return [row, Row.Skipped("against moto", "no moto_server here")];
        return [row, row with { Yardstick = moto.Name, Theirs = await MeasureAsync(moto), Bar = Bar.Floor(50) }];

        Task<double> MeasureAsync(ServerKind kind) => Throughput.OfAsync(kind, options, _ =>
        {
            var request = Requests.DescribeVpcs();
            return Task.FromResult<Func<long, byte[]>>(_ => request);
        });
    }
}
