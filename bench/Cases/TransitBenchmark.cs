using Orrery.Bench.Report;
using Orrery.Bench.Transit;

namespace Orrery.Bench.Cases;

/// <summary>
/// Whether a transit gateway with thousands of attachments is as quick to attach to, and to route to, as an empty one.
/// </summary>
public sealed class TransitBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "transit";

    /// <inheritdoc/>
    public string Title => "Attaching VPCs to a transit gateway and routing to it, in process, by its attachments";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        var sizes = options.Sized<int[]>([1, 1250, 2500, 5000], [1, 8]);
        // Another world first, so that the first figures are not those of code that is still being compiled.
        await (await TransitBench.StartAsync()).MeasureAsync(options.Sized(3000, 1));
        var bench = await TransitBench.StartAsync();
        var rows = new List<Row>();
        TransitFigures? first = null;
        foreach (var size in sizes)
        {
            await bench.FillAsync(size);
            var figures = await bench.MeasureAsync(options.Sized(200, 3));
            first ??= figures;
            rows.Add(Of("attach a VPC", size, figures.Attach, first.Attach));
            rows.Add(Of("CreateRoute to the gateway", size, figures.VpcRoute, first.VpcRoute));
            rows.Add(Of("CreateTransitGatewayRoute", size, figures.Route, first.Route));
        }

        return rows;
    }

    private static Row Of(string what, int size, double ours, double first) =>
        new($"{what}, {size} attachments", ours, "us", "1 attachment", first, Bar.Ceiling(2));
}
