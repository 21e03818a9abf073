using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.Time;
using Orrery.Stores.Sqlite;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel;

/// <summary>
/// What the kernel persists, held against Goldens/*.jsonl. Each line of a file is what some version wrote: every line
/// must be readable for ever, and the last one is what is written now. To change a shape, add a line.
/// </summary>
public sealed class GoldenTests
{
    private static readonly TimerRecord Timer = new(
        TimerId.Of(Start.AddHours(1), 42, 3), Start.AddHours(1), "ec2.nat-gateway.available", "nat-0123", 42);

    [Fact]
    public void Timers_are_written_as_ever() => Holds("timer", Timer, KernelJson.Default.TimerRecord);

    [Fact]
    public void Failed_timers_are_written_as_ever() =>
        Holds("failed-timer", new(Timer, Start.AddHours(2), "No: no"), KernelJson.Default.FailedTimerRecord);

    [Fact]
    public void Scopes_are_written_as_ever() =>
        Holds("scope", new(new("scope"), Start), KernelJson.Default.ScopeRecord);

    [Fact]
    public void Clocks_are_written_as_ever() =>
        Holds("clock", new(ClockMode.Live, 60, Start, Start.AddDays(1)), KernelJson.Default.ClockRecord);

    [Fact]
    public void Callers_are_written_as_ever() =>
        Holds("caller", Caller.Root("111111111111", "AKIA0"), KernelJson.Default.Caller);

    [Fact]
    public void Headers_are_written_as_ever() =>
        Holds("header", new(7, Start, ClockMode.Stepped, 1), KernelJson.Default.StoreHeader);

    [Fact]
    public void Callers_and_headers_are_written_the_same_in_every_store()
    {
        Holds("caller", Caller.Root("111111111111", "AKIA0"), Orrery.Stores.StoresJson.Default.Caller);
        Holds("header", new(7, Start, ClockMode.Stepped, 1), Orrery.Stores.StoresJson.Default.StoreHeader);
        Holds("tip", new(42, Start), Orrery.Stores.StoresJson.Default.StoreTip);
    }

    [Fact]
    public async Task Exports_are_written_as_ever()
    {
        await using var worlds = InMemory();
        var world = await worlds.CreateAsync("w");
        await world.Put("a", 1);
        await world.Do(call => call.Write(TestTables.Wallets).Remove(new("a")));
        using var stream = new MemoryStream();
        await worlds.ExportAsync("w", stream);
        var lines = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.Equal(File.ReadAllText(PathOf("export")), lines);
        stream.Position = 0;
        Assert.Equal(world.Current.Sequence, (await worlds.ImportAsync("again", stream)).Current.Sequence);
    }

    [Fact]
    public void The_tables_of_a_worlds_file_are_as_ever() =>
        Assert.Equal(SqliteSchema.Create, File.ReadAllText(PathOf("sqlite")).TrimEnd());

    [Fact]
    public async Task Ids_and_chance_are_as_ever()
    {
        await using var worlds = InMemory();
        var world = await worlds.CreateAsync("w");
        var given = await world.Do(call => string.Join('\n',
            [
                call.NewId("vpc"),
                call.NewId("vpc"),
                call.Random.NextUInt64().ToString(CultureInfo.InvariantCulture),
                call.Random.Next(1000).ToString(CultureInfo.InvariantCulture),
                call.RequestId,
            ]));
        Assert.Equal(File.ReadAllText(PathOf("ids")).TrimEnd(), given);
    }

    private static void Holds<T>(string name, T value, JsonTypeInfo<T> type)
    {
        var lines = File.ReadAllLines(PathOf(name));
        Assert.All(lines, line => Assert.NotNull(JsonSerializer.Deserialize(line, type)));
        Assert.Equal(lines[^1], JsonSerializer.Serialize(value, type));
        Assert.Equal(value, JsonSerializer.Deserialize(lines[^1], type));
    }

    private static string PathOf(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Orrery.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No Orrery.slnx above.");
        return Path.Combine(folder, "tests/Unit/Kernel/Goldens", name + ".jsonl");
    }
}
