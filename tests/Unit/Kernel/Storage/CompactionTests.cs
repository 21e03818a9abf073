using Orrery.Kernel.Storage;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel.Storage;

public sealed class CompactionTests
{
    [Fact]
    public async Task A_world_forgets_what_is_older_than_it_keeps()
    {
        var machine = new ManualMachine(Start);
        var settings = Settings with { History = TimeSpan.FromDays(1), Machine = machine };
        await using var worlds = InMemory(settings);
        var world = await worlds.CreateAsync("w");
        var held = world.Current;
        for (var i = 0; i < 1200; i++)
        {
            await world.Put("a", i);
            await world.Clock.AdvanceAsync(TimeSpan.FromMinutes(10));
            machine.Advance(TimeSpan.FromSeconds(1));
        }
        var oldest = world.ReadJournal(0, long.MaxValue).First();
        Assert.InRange(world.Clock.Now - oldest.Instant, TimeSpan.FromDays(1), TimeSpan.FromDays(3));
        Assert.Throws<HistoryGoneException>(() => world.AsOf(Start));
        Assert.Throws<HistoryGoneException>(() => held.Text("n"));
        Assert.Equal(1199, world.Current.Coins("a"));
    }

    [Fact]
    public async Task What_readers_may_still_hold_is_not_forgotten()
    {
        var settings = Settings with { History = TimeSpan.Zero, Machine = new ManualMachine(Start) };
        await using var worlds = InMemory(settings);
        var world = await worlds.CreateAsync("w");
        await world.Note("n", "kept");
        var held = world.Current;
        for (var i = 0; i < 600; i++)
        {
            await world.Note("n", $"{i}");
            await world.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        }
        Assert.Equal("kept", held.Text("n"));
    }
}
