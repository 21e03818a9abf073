using System.Diagnostics;
using System.Globalization;
using Orrery.Contracts.Contents;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Testing;

namespace Orrery.Tests.Simulation.S3;

/// <summary>
/// Kills a program in the middle of uploads again and again: each acknowledged object is there and whole, no other is
/// there by half, and no bytes are left that nothing names.
/// </summary>
public sealed class CrashedUploadTests : IDisposable
{
    private const int Rounds = 3;
    private static readonly CallInfo Info = new(Scope.World, Caller.Kernel, "test:Look", "");

    private readonly string _folder = Directory.CreateTempSubdirectory("orrery-uploads-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_acknowledged_object_survives_a_kill_none_is_torn_and_no_bytes_are_left_over()
    {
        var acknowledged = new int[Uploads.Workers];
        var random = new SeededRandom(1);
        for (var round = 0; round < Rounds; round++)
        {
            var before = (int[])acknowledged.Clone();
            await KillAfterAsync(10 + random.Next(60), acknowledged);
            await using var host = await Uploads.StartAsync(_folder);
            for (var worker = 0; worker < Uploads.Workers; worker++)
                await CheckAsync(host.Http, worker, before[worker], acknowledged);
            await CheckFilesAsync(host);
        }
        Assert.All(acknowledged, count => Assert.True(count > 0));
    }

    private static async Task CheckAsync(HttpClient http, int worker, int before, int[] acknowledged)
    {
        var last = acknowledged[worker];
        for (var number = before + 1; number <= last + 1; number++)
        {
            var read = await Uploads.ReadAsync(http, Uploads.KeyOf(worker, number));
            if (read is null && number == last + 1) break;
            Assert.NotNull(read);
            Assert.True(Uploads.Bytes(worker, number).AsSpan().SequenceEqual(read), $"{worker}/{number} is torn");
            // It was not acknowledged, but it is there: it stays so.
            if (number == last + 1) acknowledged[worker] = number;
        }
        if (worker == Uploads.Workers - 1) return;
        var replaced = await Uploads.ReadAsync(http, worker.ToString(CultureInfo.InvariantCulture));
        Assert.Contains(
            new[] { last, last + 1 },
            number => replaced is null ? number == 0 : Uploads.Bytes(worker, number).AsSpan().SequenceEqual(replaced));
    }

    // The first bytes that come in clear the folder of what was being written, the sweep settles or removes the rest.
    private async Task CheckFilesAsync(OrreryHost host)
    {
        await Uploads.UploadAsync(host.Http, 0, 1);
        var fresh = Path.Combine(_folder, "contents", "fresh");
        for (var looks = 0; Directory.EnumerateFiles(fresh).Any(); looks++)
        {
            Assert.True(looks < 5000, "Bytes stay unsettled.");
            await Uploads.ReadAsync(host.Http, "nothing");
        }

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "contents", "incoming")));
        var world = await host.WorldAsync();
        var unknown = world.Query(Info, call => Kept()
            .Where(id => !call.PortsOf<IContentUser>().Any(user => user.Knows(call, id))).ToList());
        Assert.Empty(unknown);
    }

    private IEnumerable<ContentId> Kept() =>
        from opening in new DirectoryInfo(Path.Combine(_folder, "contents", "kept")).EnumerateDirectories()
        from file in opening.EnumerateFiles("*", SearchOption.AllDirectories)
        select new ContentId($"{opening.Name}-{file.Name}");

    private async Task KillAfterAsync(int lines, int[] acknowledged)
    {
        using var writer = Process.Start(Writer(acknowledged))!;
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
        // What it wrote before it died was acknowledged too; the last line may be half a line.
        var rest = (await writer.StandardOutput.ReadToEndAsync()).Split('\n');
        foreach (var line in rest[..^1])
            Note(line, acknowledged);
    }

    private static void Note(string? line, int[] acknowledged)
    {
        var words = (line ?? throw new InvalidOperationException("The writer ended by itself.")).Split(' ');
        acknowledged[Number(words[0])] = Number(words[1]);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private ProcessStartInfo Writer(int[] acknowledged)
    {
        var self = Environment.ProcessPath!;
        var start = new ProcessStartInfo(self) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(self) == "dotnet")
        {
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(typeof(CrashedUploadTests).Assembly.Location);
        }
        start.ArgumentList.Add("upload-writer");
        start.ArgumentList.Add(_folder);
        start.ArgumentList.Add(string.Join(',', acknowledged));
        return start;
    }
}
