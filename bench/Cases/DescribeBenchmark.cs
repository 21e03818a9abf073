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
        var moto = ServerKind.Moto();
        List<ServerKind> kinds =
        [
            ServerKind.Orrery(options.Orrery),
            ServerKind.Orrery(options.Orrery, "--quiet"),
            ServerKind.Bare(options.Bare),
        ];
        if (moto is not null) kinds.Add(moto);
        var rates = await Throughput.OfAsync(kinds, options, _ =>
        {
            var request = Requests.DescribeVpcs();
            return Task.FromResult<Func<long, byte[]>>(_ => request);
        });
        return
        [
            new("orrery", rates[0], "/s", "bare Kestrel", rates[2], Bar.Floor(0.5)),
            new("orrery --quiet", rates[1], "/s", "bare Kestrel", rates[2], null),
            moto is null
                ? Row.Skipped("against moto", "no moto_server here")
                : new("orrery", rates[0], "/s", moto.Name, rates[3], Bar.Floor(50)),
        ];
    }
}
