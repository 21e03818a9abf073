using Orrery.Bench.Report;

namespace Orrery.Bench;

/// <summary>Something measured against a yardstick in the same run.</summary>
public interface IBenchmark
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>The heading of its table.</summary>
    string Title { get; }

    /// <summary>Measures.</summary>
    Task<IReadOnlyList<Row>> RunAsync(BenchOptions options);
}
