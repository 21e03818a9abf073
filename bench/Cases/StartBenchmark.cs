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
        var bare = new Figures("bare Kestrel", ServerKind.Bare(options.Bare), null);
        using var folder = new TemporaryFolder();
        Figures[] all =
        [
            bare,
            new("orrery, a new world", ServerKind.Orrery(options.Orrery), null),
            new("orrery, its world again", ServerKind.Orrery(options.Orrery), folder),
            new("orrery --ephemeral", ServerKind.Orrery(options.Orrery, "--ephemeral"), null),
        ];

        // In turns, so that whatever else the machine does falls on all of them. The first fills caches and the folder.
        for (var run = 0; run <= options.Sized(11, 1); run++)
            foreach (var figures in all) await MeasureAsync(figures, options, judged: run > 0);

        return
        [
            .. all.Skip(1).Select(each => Compare(each.Name + ": start", "ms", each.Starts, bare.Starts)),
            .. all.Skip(1).Select(each => Compare(each.Name + ": memory", "MB", each.Memory, bare.Memory)),
        ];

        Row Compare(string what, string unit, List<double> ours, List<double> theirs) =>
            new(what, Median.Of(ours), unit, bare.Name, Median.Of(theirs), Bar.Ceiling(3));
    }

    private static async Task MeasureAsync(Figures figures, BenchOptions options, bool judged)
    {
        using var server = await Server.StartAsync(figures.Kind, figures.Folder);
        if (!judged) return;
        figures.Starts.Add(server.StartMilliseconds);
        if (figures.Memory.Count >= 3) return;
        await Task.Delay(options.Sized(1000, 1));
        figures.Memory.Add(server.ResidentMegabytes());
    }

    private sealed record Figures(string Name, ServerKind Kind, TemporaryFolder? Folder)
    {
        public List<double> Starts { get; } = [];

        public List<double> Memory { get; } = [];
    }
}
