using System.Diagnostics;
using Orrery.Kernel;

namespace Orrery.Tests.Simulation.Kernel;

/// <summary>Measures the kernel by hand: <c>Orrery.Tests.Simulation kernel-figures folder rows</c>.</summary>
internal static class KernelFigures
{
    private const int Calls = 5_000;
    private const int Records = 200_000;

    public static async Task<int> RunAsync(string folder, int rows)
    {
        await CommitsAsync(folder);
        await ResidentAsync();
        await StartAsync(folder, rows);
        return 0;
    }

    private static async Task CommitsAsync(string folder)
    {
        foreach (var callers in (int[])[1, 16, 64])
        {
            await using var worlds = KernelModel.InFiles(folder);
            var world = await worlds.CreateAsync($"commits{callers}");
            await MeasureAsync(world, callers, "one record", caller => PutAsync(world, caller));
            await MeasureAsync(world, callers, "five records, two scopes", c => KernelModel.CountAsync(world, c));
        }
    }

    private static async Task MeasureAsync(World world, int callers, string what, Func<int, Task> call)
    {
        await Task.WhenAll(Enumerable.Range(0, callers).Select(call));
        var first = world.Current.Sequence;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
        {
            for (var i = 0; i < Calls / callers; i++)
                await call(caller);
        }));
        var seconds = clock.Elapsed.TotalSeconds;
        var commits = (world.Current.Sequence - first) / seconds;
        Console.WriteLine($"{callers} callers, {what}: {Calls / seconds:F0} calls/s, {commits:F0} commits/s");
    }

    private static Task PutAsync(World world, int caller) =>
        world.ExecuteAsync(
            new(KernelModel.East, Orrery.Kernel.Calls.Caller.Root("1"), "simulation:Put", world.NewRequestId()),
            call =>
            {
                var table = call.Write(KernelModel.Resident);
                table.Put(new(new($"{caller}"), KernelModel.CountOf(table, $"{caller}") + 1, "text"));
                return true;
            });

    private static async Task ResidentAsync()
    {
        await using var worlds = KernelModel.In(new DiscardingStorage());
        var world = await worlds.CreateAsync("w");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var records = Enumerable.Range(0, Records)
            .Select(i => new EntryRecord(new($"entry-{i:x17}"), i, "text"))
            .ToList();
        var bare = GC.GetTotalMemory(forceFullCollection: true);
        await world.ExecuteAsync(
            new(KernelModel.East, Orrery.Kernel.Calls.Caller.Kernel, "simulation:Fill", ""),
            call =>
            {
                foreach (var record in records)
                    call.Write(KernelModel.Resident).Put(record);
                return true;
            });
        var after = GC.GetTotalMemory(forceFullCollection: true);
        Console.WriteLine(
            $"resident: {(bare - before) / Records} bytes a record, {(after - bare) / Records} bytes for its place");
        GC.KeepAlive(records);
        GC.KeepAlive(world);
    }

    private static async Task StartAsync(string folder, int rows)
    {
        await using (var worlds = KernelModel.InFiles(folder))
        {
            await StartUpTests.FillAsync(await worlds.CreateAsync("empty"), 0);
            var clock = Stopwatch.StartNew();
            await StartUpTests.FillAsync(await worlds.CreateAsync("full"), rows);
            Console.WriteLine($"{rows / clock.Elapsed.TotalSeconds:F0} stored rows/s written, 5000 a call");
        }
        foreach (var name in (string[])["empty", "full", "empty", "full"])
        {
            var clock = Stopwatch.StartNew();
            await using var worlds = KernelModel.InFiles(folder);
            var world = await worlds.GetAsync(name);
            var opened = clock.Elapsed.TotalMilliseconds;
            clock.Restart();
            world.Current.Read(KernelModel.Stored, KernelModel.East).Find(new("row00001234"));
            var found = clock.Elapsed.TotalMilliseconds;
            clock.Restart();
            await worlds.ForkAsync(name, $"fork{Guid.NewGuid():N}");
            Console.WriteLine(
                $"{name}: open {opened:F1} ms, first find {found:F2} ms, fork {clock.Elapsed.TotalMilliseconds:F1} ms");
        }
    }
}
