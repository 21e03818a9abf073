using System.Diagnostics;
using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Testing;

namespace Orrery.Tests.Simulation.S3;

/// <summary>
/// Kills a program amid the midnights of a lifecycle again and again: once the midnight is over, what should be moved
/// is, what should be gone is, and nothing else.
/// </summary>
public sealed class CrashedLifecycleTests : IDisposable
{
    private const int Rounds = 4;

    private readonly string _folder = Directory.CreateTempSubdirectory("orrery-ageing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_midnight_that_was_broken_off_is_finished_and_nothing_is_lost_or_kept_too_long()
    {
        var random = new SeededRandom(2);
        var whole = new HashSet<int>();
        for (var round = 0; round < Rounds; round++)
        {
            await KillAsync(2 + random.Next(2), random.Next(60), whole);
            await using var host = await Uploads.StartAsync(_folder);
            var now = await Agings.DayAsync(host);
            // To the midnight that is due, which may be under way.
            var today = (int)Math.Ceiling(now);
            await host.AdvanceAsync(TimeSpan.FromDays(today - now));
            await CheckAsync(host, today, whole);
            await host.AdvanceAsync(TimeSpan.FromDays(1));
            await CheckAsync(host, today + 1, whole);
        }

        Assert.True(whole.Count > Rounds);
    }

    private static async Task CheckAsync(OrreryHost host, int today, HashSet<int> whole)
    {
        var found = await Agings.ListAsync(host.Http);
        Assert.All(found, one => Assert.True(one.Day + Agings.Days > today, $"of day {one.Day} on day {today}"));
        Assert.All(found, one => Assert.Equal(
            one.Day + Agings.MoveDays > today ? "STANDARD" : "GLACIER_IR", one.Class));
        foreach (var day in whole.Where(day => day + Agings.Days > today))
            Assert.Equal(Agings.EachDay, found.Count(one => one.Day == day));
    }

    private async Task KillAsync(int lines, int more, HashSet<int> whole)
    {
        using var writer = Process.Start(Writer())!;
        try
        {
            while (lines-- > 0) Note(await writer.StandardOutput.ReadLineAsync(), whole);
            // Somewhere in the midnight that follows: as long as it takes to look at the world's file so often.
            for (; more > 0; more--) _ = Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Count();
        }
        finally
        {
            writer.Kill();
            await writer.WaitForExitAsync();
        }

        var rest = (await writer.StandardOutput.ReadToEndAsync()).Split('\n');
        foreach (var line in rest[..^1]) Note(line, whole);
    }

    private static void Note(string? line, HashSet<int> whole) => whole.Add(int.Parse(
        line ?? throw new InvalidOperationException("The writer ended by itself."), CultureInfo.InvariantCulture));

    private ProcessStartInfo Writer()
    {
        var self = Environment.ProcessPath!;
        var start = new ProcessStartInfo(self) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(self) == "dotnet")
        {
            start.ArgumentList.Add("exec");
            start.ArgumentList.Add(typeof(CrashedLifecycleTests).Assembly.Location);
        }

        start.ArgumentList.Add("aging-writer");
        start.ArgumentList.Add(_folder);
        return start;
    }
}
