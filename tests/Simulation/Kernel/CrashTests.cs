using System.Diagnostics;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;

namespace Orrery.Tests.Simulation.Kernel;

/// <summary>
/// Kills a writing process again and again: what it acknowledged is there, and nothing is there by half.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private const int Rounds = 10;

    private readonly string _folder = Directory.CreateTempSubdirectory("orrery-crash-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_acknowledged_write_survives_a_kill_and_none_is_there_by_half()
    {
        var acknowledged = new long[KernelModel.Workers];
        var random = new SeededRandom(1);
        for (var round = 0; round < Rounds; round++)
        {
            await KillAfterAsync(20 + random.Next(300), acknowledged);
            await CheckAsync(acknowledged);
        }
        Assert.All(acknowledged, count => Assert.True(count > 0));
    }

    private async Task KillAfterAsync(int lines, long[] acknowledged)
    {
        using var writer = Process.Start(Writer())!;
        try
        {
            while (lines-- > 0)
                Note(await writer.StandardOutput.ReadLineAsync(), acknowledged);
        }
        finally
        {
            writer.Kill();
            await writer.WaitForExitAsync();
        }
        // What it wrote before it died and nobody has read yet was acknowledged too; the last line may be half a line.
        var rest = (await writer.StandardOutput.ReadToEndAsync()).Split('\n');
        foreach (var line in rest[..^1])
            Note(line, acknowledged);
    }

    private static void Note(string? line, long[] acknowledged)
    {
        var words = (line ?? throw new InvalidOperationException("The writer ended by itself.")).Split(' ');
        acknowledged[int.Parse(words[0])] = long.Parse(words[1]);
    }

    private async Task CheckAsync(long[] acknowledged)
    {
        await using var worlds = KernelModel.InFiles(_folder);
        var world = await worlds.GetAsync("w");
        var now = world.Current;
        var here = now.Read(KernelModel.Resident, KernelModel.East);
        var there = now.Read(KernelModel.Stored, KernelModel.West);
        var settled = now.Read(KernelModel.Stored, KernelModel.East);
        var written = there.All().Where(entry => entry.Id.Value.StartsWith("entry-")).ToLookup(entry => entry.Text);
        long sum = 0;
        for (var worker = 0; worker < acknowledged.Length; worker++)
        {
            var name = KernelModel.Worker(worker);
            var count = KernelModel.CountOf(here, name);
            sum += count;
            Assert.InRange(count, acknowledged[worker], acknowledged[worker] + 1);
            Assert.Equal(count, KernelModel.CountOf(there, name));
            Assert.Equal(count, KernelModel.CountOf(settled, name));
            Assert.Equal(
                Enumerable.Range(1, (int)count).Select(i => (long)i), written[name].Select(e => e.Count).Order());
        }
        Assert.Equal(sum, KernelModel.CountOf(here, "total"));
        CheckJournal(world);
    }

    /// <summary>The journal has no gap, and folding it gives what there is.</summary>
    private static void CheckJournal(World world)
    {
        var rows = new Dictionary<(string, Scope, string), byte[]>();
        var sequence = 0L;
        foreach (var commit in world.ReadJournal(1, long.MaxValue))
        {
            Assert.Equal(++sequence, commit.Sequence);
            foreach (var change in commit.Changes)
            {
                Assert.Equal(rows.GetValueOrDefault((change.Table, change.Scope, change.Key)), change.Before);
                if (change.After is null)
                    rows.Remove((change.Table, change.Scope, change.Key));
                else
                    rows[(change.Table, change.Scope, change.Key)] = change.After;
            }
        }
        Assert.Equal(world.Current.Sequence, sequence);
        Assert.Equal(
            world.Current.Scopes.Sum(scope =>
                world.Current.Read(KernelModel.Stored, scope).Count
                + world.Current.Read(KernelModel.Resident, scope).Count),
            rows.Keys.Count(key => key.Item1.StartsWith("simulation.")));
    }

    private ProcessStartInfo Writer()
    {
        var self = Environment.ProcessPath!;
        var start = new ProcessStartInfo(self) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(self) == "dotnet")
        {
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(typeof(CrashTests).Assembly.Location);
        }
        start.ArgumentList.Add("kernel-writer");
        start.ArgumentList.Add(_folder);
        return start;
    }
}
