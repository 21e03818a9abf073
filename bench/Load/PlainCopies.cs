using System.Diagnostics;
using Orrery.Bench.Servers;

namespace Orrery.Bench.Load;

/// <summary>
/// What the disk of this machine takes: files written, synced and renamed, several at once, without any server. Their
/// folder is not synced, so a copy promises a little less than a store does.
/// </summary>
public static class PlainCopies
{
    /// <summary>Writes copies, each over one of before, as long as it is told.</summary>
    /// <param name="bytes">What is in each.</param>
    /// <param name="atOnce">How many are under way at once.</param>
    /// <param name="longest">How long.</param>
    /// <returns>Copies a second.</returns>
    public static async Task<double> RateAsync(byte[] bytes, int atOnce, TimeSpan longest)
    {
        using var folder = new TemporaryFolder();
        var copies = 0L;
        var watch = Stopwatch.StartNew();
        // Threads of their own: the pool would begin with one for each core, and let the others wait for the disk too.
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(
            number => Task.Factory.StartNew(() => Write(number), TaskCreationOptions.LongRunning)));
        return copies / watch.Elapsed.TotalSeconds;

        void Write(int number)
        {
            var (draft, path) = (Path.Combine(folder.Path, $"{number}-new"), Path.Combine(folder.Path, $"{number}"));
            while (watch.Elapsed < longest)
            {
                using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None, 0))
                {
                    file.Write(bytes);
                    file.Flush(flushToDisk: true);
                }

                File.Move(draft, path, overwrite: true);
                Interlocked.Increment(ref copies);
            }
        }
    }
}
