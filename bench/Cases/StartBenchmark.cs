using Orrery.Bench.Report;
using Orrery.Bench.Servers;

namespace Orrery.Bench.Cases;

/// <summary>From the start of the process to the first answer, and the memory held a second later.</summary>
public sealed class StartBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "start";

    /// <inheritdoc/>
    public string Title => "Start to first answered DescribeVpcs, and resident memory when idle";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        var runs = options.Sized(11, 1);
        ServerKind[] kinds =
            [ServerKind.Bare(options.Bare), ServerKind.Orrery(options.Orrery), ServerKind.Ephemeral(options.Orrery)];
        var starts = kinds.ToDictionary(kind => kind, _ => new List<double>());
        var memory = kinds.ToDictionary(kind => kind, _ => new List<double>());

        // In turns, so that whatever else the machine does falls on all of them; the first turn warms the disk cache.
        for (var run = 0; run <= runs; run++)
        {
            foreach (var kind in kinds)
            {
                using var server = await Server.StartAsync(kind);
                if (run == 0 && !options.Tiny) continue;
                starts[kind].Add(server.StartMilliseconds);
                if (memory[kind].Count >= 3) continue;
                await Task.Delay(options.Sized(1000, 1));
                memory[kind].Add(server.ResidentMegabytes());
            }
        }

        return
        [
            .. kinds.Skip(1).Select(kind => new Row(
                $"{kind.Name}: start", Median.Of(starts[kind]), "ms", kinds[0].Name, Median.Of(starts[kinds[0]]),
                Bar.Ceiling(3))),
            .. kinds.Skip(1).Select(kind => new Row(
                $"{kind.Name}: memory", Median.Of(memory[kind]), "MB", kinds[0].Name, Median.Of(memory[kinds[0]]),
                Bar.Ceiling(3))),
        ];
    }
}
