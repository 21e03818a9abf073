using System.Diagnostics;
using Orrery.Bench.Report;

namespace Orrery.Bench.Cases;

/// <summary>
/// What a developer waits for: a build with nothing to do, and the loop from an edit of one operation to its test. The
/// loop runs in a copy of the tree, so that no file of the real one is touched.
/// </summary>
public sealed class BuildBenchmark : IBenchmark
{
    private const string Operation = "src/Services/Ec2/Operations/Vpcs/DescribeVpcs.cs";

    /// <inheritdoc/>
    public string Name => "build";

    /// <inheritdoc/>
    public string Title => "No-op build of everything, and edit of one operation to its test's result";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Row>> RunAsync(BenchOptions options)
    {
        if (options.Tiny)
            return [new("build of one project", await NoOpAsync(options.Root, "src/Core"), "s", "limit", 10, null)];
        var copy = Directory.CreateTempSubdirectory("orrery-build-").FullName;
        try
        {
            var pipe = $"git ls-files -co --exclude-standard | tar -cT - | tar -xC {copy}";
            await RunAsync(options.Root, "sh", "-c", pipe);
            await RunAsync(copy, "dotnet", "build", "Orrery.slnx", "-c", "Release", "-v", "q", "-nologo");
            var noOp = new List<double>();
            var loop = new List<double>();

            // The loop edits the tree, so it comes after; its first round builds what it needs.
            for (var run = 0; run < 3; run++)
                noOp.Add(await NoOpAsync(copy, "Orrery.slnx"));
            await LoopAsync(copy, 0);
            for (var run = 1; run <= 3; run++)
                loop.Add(await LoopAsync(copy, run));

            return
            [
                new("no-op build", Median.Of(noOp), "s", "limit", 10, Bar.Ceiling(1)),
                new("edit to test", Median.Of(loop), "s", "limit", 20, Bar.Ceiling(1)),
            ];
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static Task<double> NoOpAsync(string root, string target) =>
        RunAsync(root, "dotnet", "build", target, "-c", "Release", "-v", "q", "-nologo");

    private static async Task<double> LoopAsync(string root, int run)
    {
        await File.AppendAllTextAsync(Path.Combine(root, Operation), $"// edit {run}\n");
        // By its whole path: a relative one would be looked for where this process runs, not in the copy.
        return await RunAsync(root, Path.Combine(root, "orrery"), "test", "--only", "Unit", "--", "-class", "*Vpc*");
    }

    private static async Task<double> RunAsync(string folder, params IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0]) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach (var argument in command.Skip(1)) start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? watch.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"{string.Join(' ', command)} failed:\n{output}");
    }
}
