using Orrery.Bench.Policies;
using Orrery.Bench.Report;

namespace Orrery.Bench.Cases;

/// <summary>Whether policies decide fast enough to stand before every call.</summary>
public sealed class PoliciesBenchmark : IBenchmark
{
    /// <inheritdoc/>
    public string Name => "policies";

    /// <inheritdoc/>
    public string Title => "Decisions about a principal with 10 policies of 10 statements, one core";

    /// <inheritdoc/>
    public Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        var count = options.Sized(4_000_000, 1000);
        PolicyBench.Measure(true, true, count / 10);
        var rows = new List<Row>();
        foreach (var (what, isOneService, isControlled) in new[]
        {
            ("a policy for each of 10 services", false, false), ("and 3 levels of control policies", false, true),
            ("all 100 statements about one service", true, false),
        })
        {
            var figures = PolicyBench.Measure(isOneService, isControlled, count);
            var isGoal = !isOneService && !isControlled;
            rows.Add(new(
                what, figures.PerSecond, "decisions/s", "goal", 1_000_000,
                isGoal && !options.Tiny ? Bar.Floor(1) : null));
            rows.Add(new($"{what}: allocated", figures.Bytes, "bytes", "limit", 1, Bar.Ceiling(0)));
        }

        return Task.FromResult<IReadOnlyList<Row>>(rows);
    }
}
