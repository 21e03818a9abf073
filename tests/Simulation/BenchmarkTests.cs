using System.Reflection;
using Orrery.Bench;

namespace Orrery.Tests.Simulation;

/// <summary>Runs each benchmark at its smallest, so that none of them rots. No figure is judged here.</summary>
public sealed class BenchmarkTests
{
    private static readonly string Root = typeof(BenchmarkTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "OrreryRoot").Value!;

    /// <summary>The names of all benchmarks.</summary>
    public static TheoryData<string> Names => [.. BenchProgram.All.Select(benchmark => benchmark.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_benchmark_still_runs_at_its_smallest(string name)
    {
        var output = new StringWriter();
        string[] arguments =
        [
            "--tiny", "--root", Root,
            "--orrery", Built("Orrery.Cli", "orrery"),
            "--bare", Built("Orrery.Bench.Bare", "bare"),
        ];
        Assert.Equal(0, await BenchProgram.RunAsync([name, .. arguments], output));
        Assert.Matches("yardstick|skipped, ", output.ToString());
    }

    [Fact]
    public async Task An_unknown_benchmark_is_named_and_refused()
    {
        var output = new StringWriter();
        Assert.Equal(2, await BenchProgram.RunAsync(["nothing"], output));
        Assert.Contains("no benchmark nothing", output.ToString());
    }

    // All projects are built side by side, in the same configuration: artifacts/bin/PROJECT/CONFIGURATION.
    private static string Built(string project, string assembly)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, assembly + ".dll");
    }
}
