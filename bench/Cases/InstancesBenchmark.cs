using Orrery.Bench.Instances;
using Orrery.Bench.Report;
using Orrery.Kernel.Calls;

namespace Orrery.Bench.Cases;

/// <summary>
/// Whether launches of a thousand and filtered listings stay as quick as they are while a region fills with instances.
/// </summary>
public sealed class InstancesBenchmark : IBenchmark
{
    private const double LaunchLimit = 50;
    private const double DescribeLimit = 5;

    /// <inheritdoc/>
    public string Name => "instances";

    /// <inheritdoc/>
    public string Title => "RunInstances and DescribeInstances, in process, durable, by the instances that there are";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        var sizes = options.Sized<int[]>([12_500, 25_000, 50_000, 100_000], [3]);
        var (most, times) = options.Sized((1000, 11), (3, 1));
        var rows = new List<Row>();
        await WarmAsync(most, options.Sized(40, 0));
        foreach (var size in sizes)
        {
            await using var bench = await InstancesBench.StartAsync(Delays.Aws);
            await bench.FillAsync(size);
            rows.AddRange(Listings(bench, size, options.Sized(101, 1)));
            var launch = await bench.LaunchAsync(most, times);
            var what = $"RunInstances of {most}, {size} there";
            rows.Add(new($"{what}: processor", launch.Processor, "ms", "limit", LaunchLimit, Bar.Ceiling(1)));
            rows.Add(new($"{what}: elapsed", launch.Elapsed, "ms", "limit", LaunchLimit, null));
            rows.Add(new($"{what}: allocated", launch.Kilobytes, "kB", "an instance", most, null));
        }

        await using var settling = await InstancesBench.StartAsync(Delays.None);
        foreach (var share in options.Sized<int[]>([8, 4, 2, 1], [1]))
        {
            var launch = await settling.LaunchAsync(most / share, times);
            rows.Add(new(
                $"RunInstances of {most / share} until they run, without delays: processor",
                launch.Processor, "ms", "limit", LaunchLimit, null));
        }

        return rows;
    }

    private static IEnumerable<Row> Listings(InstancesBench bench, int size, int times)
    {
        (string Name, string Value, int? Most)[] filters =
        [
            ("reservation-id", bench.Reservation, 100),
            ("instance-state-name", "running", 100),
            ("instance-state-name", "stopped", null),
        ];
        foreach (var (name, value, most) in filters)
        {
            var took = bench.Describe(new() { Name = name, Values = [value] }, most, times);
            var there = most is null ? $"none of {size}" : $"{most} of {size}";
            yield return new(
                $"DescribeInstances by {name}, {there}", took, "ms", "limit", DescribeLimit, Bar.Ceiling(1));
        }
    }

    // Another world first, so that code is compiled before anything is measured.
    private static async Task WarmAsync(int most, int times)
    {
        foreach (var delays in new[] { Delays.None, Delays.Aws })
        {
            await using var bench = await InstancesBench.StartAsync(delays);
            if (times == 0) continue;
            await bench.LaunchAsync(most, times);
            foreach (var _ in Listings(bench, most, 50))
            {
            }
        }
    }
}
