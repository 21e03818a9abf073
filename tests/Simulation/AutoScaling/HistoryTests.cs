using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;
using Orrery.Operations;
using Orrery.Stores.Sqlite;
using Orrery.Tests.Unit.Services;
using Orrery.Tests.Unit.Services.AutoScaling;

namespace Orrery.Tests.Simulation.AutoScaling;

/// <summary>
/// Groups that live at random: from one seed come the calls, the lost zones, the shortages, the turns of the clock, and
/// the kills. ORRERY_HISTORIES says how many more seeds to live.
/// </summary>
public sealed class HistoryTests : IDisposable
{
    private const int Steps = 60;

    private readonly string _folder = Directory.CreateTempSubdirectory("orrery-history-").FullName;

    public static TheoryData<int> Seeds
    {
        get
        {
            var more = int.Parse(Environment.GetEnvironmentVariable("ORRERY_HISTORIES") ?? "0");
            return [.. Enumerable.Range(1, 6 + more)];
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, MemberData(nameof(Seeds))]
    public async Task A_seed_gives_the_same_world_again_though_it_is_killed_on_the_way(int seed)
    {
        var straight = await LiveAsync(seed, new MemoryStorage(), null);
        var killed = await LiveAsync(seed, new SqliteStorage(Folder(0)), at => new SqliteStorage(Copy(at)));
        Assert.True(straight.AsSpan().SequenceEqual(killed), $"{straight.Length} bytes, {killed.Length} bytes");
    }

    [Fact]
    public async Task Another_seed_gives_another_world() =>
        Assert.NotEqual(await LiveAsync(1, new MemoryStorage(), null), await LiveAsync(7, new MemoryStorage(), null));

    // What a kill leaves of a store that acknowledges what is durable is what its files hold: a copy of them goes on.
    private static async Task<byte[]> LiveAsync(int seed, IStorage storage, Func<int, IStorage>? kill)
    {
        var random = new SeededRandom((ulong)seed);
        var kind = (GroupKind)(seed % Enum.GetValues<GroupKind>().Length);
        var settings = new WorldSettings
        {
            Seed = seed, Start = Rig.Start, Mode = ClockMode.Stepped, Delays = Delays.Aws,
        };
        var open = new List<Worlds> { In(storage, settings) };
        try
        {
            var scaler = Scaler.Over(Rig.Over(await open[^1].CreateAsync("w"))).WithTemplate().Begin(kind);
            for (var step = 1; step <= Steps; step++)
            {
                var deed = random.Next(2) == 0 ? Deed.Turn : (Deed)random.Next(Enum.GetValues<Deed>().Length);
                scaler.Do(deed, random.Next(1000), random.Next(1000));
                if (random.Next(8) == 0 && kill is not null)
                {
                    open.Add(In(kill(open.Count), settings));
                    scaler = Scaler.Over(Rig.Over(await open[^1].GetAsync("w")));
                }

                Assert.Empty(GroupLaws.Always(scaler));
            }

            scaler.Rest();
            Assert.Empty(GroupLaws.Always(scaler));
            Assert.Empty(GroupLaws.AtRest(scaler, kind));
            using var bytes = new MemoryStream();
            await open[^1].ExportAsync("w", bytes);
            return bytes.ToArray();
        }
        finally
        {
            foreach (var worlds in open)
                await worlds.DisposeAsync();
        }
    }

    private static Worlds In(IStorage storage, WorldSettings settings) =>
        new(new House(Scaler.Services, Scaler.Offered).Blueprint, storage, settings);

    private string Folder(int at) => Directory.CreateDirectory(Path.Combine(_folder, $"{at}")).FullName;

    private string Copy(int at)
    {
        var (from, to) = (Folder(at - 1), Folder(at));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }
}
