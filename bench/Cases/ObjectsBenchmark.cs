using Orrery.Bench.Report;
using Orrery.Bench.Stores;

namespace Orrery.Bench.Cases;

/// <summary>Whether a bucket of a million objects lists and ages fast enough.</summary>
public sealed class ObjectsBenchmark : IBenchmark
{
    private const double AllowedMilliseconds = 5;
    private const double AllowedSeconds = 30;

    /// <inheritdoc/>
    public string Name => "objects";

    /// <inheritdoc/>
    public string Title => "Many objects in one bucket, in process";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        var (objects, days) = options.Sized((1_000_000, 365), (1500, 3));
        await using var bench = await ObjectsBench.StartAsync(objects);
        var listing = bench.List(objects);
        var ageing = await bench.AgeAsync(days);
        return
        [
            new($"ListObjectsV2 of 1,000 of {objects}", listing, "ms", "allowed", AllowedMilliseconds, Bar.Ceiling(1)),
            new($"lifecycle of {objects}, {days} days", ageing, "s", "allowed", AllowedSeconds, Bar.Ceiling(1)),
        ];
    }
}
