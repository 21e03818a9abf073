namespace Orrery.Tests.Simulation.Kernel;

/// <summary>
/// The process that is killed: many callers at once, and a line on the output for each acknowledged call.
/// </summary>
internal static class KernelWriter
{
    public static async Task<int> RunAsync(string folder)
    {
        await using var worlds = KernelModel.InFiles(folder);
        var world = await worlds.GetOrCreateAsync("w");
        var output = new Lock();
        await Task.WhenAll(Enumerable.Range(0, KernelModel.Workers).Select(async worker =>
        {
            while (true)
            {
                var count = await KernelModel.CountAsync(world, worker);
                lock (output)
                    Console.Out.WriteLine($"{worker} {count}");
            }
        }));
        return 0;
    }
}
