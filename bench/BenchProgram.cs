using Orrery.Bench.Cases;
using Orrery.Bench.Report;

namespace Orrery.Bench;

/// <summary>Runs benchmarks by name and judges the bars.</summary>
public static class BenchProgram
{
    /// <summary>All benchmarks, in the order in which they run.</summary>
    public static IReadOnlyList<IBenchmark> All { get; } =
    [
        new StartBenchmark(), new DescribeBenchmark(), new TagsBenchmark(), new ReachabilityBenchmark(),
        new SetsBenchmark(), new TransitBenchmark(), new InstancesBenchmark(), new AlarmsBenchmark(),
        new BuildBenchmark(), new MetricsBenchmark(), new MetricReadsBenchmark(), new QueuesBenchmark(),
        new ScalingBenchmark(), new PoliciesBenchmark(), new EnforcementBenchmark(), new AccessBenchmark(),
        new StoreBenchmark(), new ObjectsBenchmark(),
    ];

    /// <summary>
    /// Runs what was asked for; 0 when every bar holds, 1 when one is missed, 2 for a wrong command line.
    /// </summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output)
    {
        var options = BenchOptions.Parse(arguments);
        var unknown = options.Names.Except(All.Select(benchmark => benchmark.Name)).ToList();
        if (unknown.Count > 0)
        {
            var known = string.Join(' ', All.Select(benchmark => benchmark.Name));
            output.WriteLine($"no benchmark {unknown[0]}; there are: {known}");
            return 2;
        }

        var missed = 0;
        foreach (var benchmark in All.Where(each => options.Names.Count == 0 || options.Names.Contains(each.Name)))
        {
            var rows = await benchmark.RunAsync(options);
            Tables.Print(benchmark.Title, rows, output);
            missed += rows.Count(row => !row.Holds);
        }

        if (!options.Tiny) output.WriteLine(missed == 0 ? "every bar holds" : $"{missed} missed");
        return missed == 0 || options.Tiny ? 0 : 1;
    }
}
