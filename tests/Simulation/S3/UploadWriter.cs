namespace Orrery.Tests.Simulation.S3;

/// <summary>
/// The process that is killed: a program with its uploads, and a line on the output for each that is acknowledged.
/// </summary>
internal static class UploadWriter
{
    public static async Task<int> RunAsync(string folder, int[] done)
    {
        await using var host = await Uploads.StartAsync(folder);
        if (done.All(static count => count == 0)) await Uploads.PrepareAsync(host.Http);
        var output = new Lock();
        await Task.WhenAll(Enumerable.Range(0, Uploads.Workers).Select(async worker =>
        {
            for (var number = done[worker] + 1; ; number++)
            {
                await Uploads.UploadAsync(host.Http, worker, number);
                lock (output)
                    Console.Out.WriteLine($"{worker} {number}");
            }
        }));
        return 0;
    }
}
