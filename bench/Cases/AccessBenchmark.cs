using Orrery.Bench.Access;
using Orrery.Bench.Report;

namespace Orrery.Bench.Cases;

/// <summary>Whether questions about all policies and all principals are answered while somebody waits.</summary>
public sealed class AccessBenchmark : IBenchmark
{
    private const double AnalysisAllowed = 10;
    private const double WhoCanAllowed = 1;

    /// <inheritdoc/>
    public string Name => "access";

    /// <inheritdoc/>
    public string Title => "Access analysis, and who may do something, in process: processor time";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        // A small world first, so that code is compiled before anything is measured.
        await AccessBench.MeasureAsync(options.Sized(200, 3));
        var analyzed = options.Sized(10_000, 6);
        var analysis = await AccessBench.MeasureAsync(analyzed);
        var principals = options.Sized(1000, 6);
        var search = await AccessBench.MeasureAsync(principals);
        return
        [
            new(
                $"analysis of {analyzed} policies", analysis.Analysis, "s", "allowed", AnalysisAllowed, Bar.Ceiling(1)),
            new($"who-can over {principals} principals", search.WhoCan, "s", "allowed", WhoCanAllowed, Bar.Ceiling(1)),
        ];
    }
}
