using System.Globalization;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.Storage;
using static Orrery.Tests.Kernel.TestTables;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel.Calls;

/// <summary>What happens when a scope is first touched.</summary>
public sealed class ScopeTests : IAsyncDisposable
{
    private readonly Worlds _worlds =
        new(new([Wallets, Notes], initializers: [new Welcome()]), new MemoryStorage(), Settings);

    public ValueTask DisposeAsync() => _worlds.DisposeAsync();

    [Fact]
    public async Task A_scope_is_initialized_once_before_the_first_call_in_it()
    {
        var world = await _worlds.CreateAsync("w");
        Assert.Equal("welcome", await world.Do(call => call.Read(Notes).Find(new("welcome"))!.Text));
        await world.Do(call => call.Write(Notes).Remove(new("welcome")));
        Assert.Null(world.Current.Text("welcome"));
        Assert.Equal(
            ["111111111111/global", "111111111111/us-east-1"],
            world.ReadJournal(1, 99).Where(c => c.Operation == "orrery:TouchScope").SelectMany(c => c.Scopes)
                .Select(scope => scope.ToString()));
    }

    [Fact]
    public async Task A_call_that_fails_still_finds_the_scope_begun()
    {
        var world = await _worlds.CreateAsync("w");
        await Assert.ThrowsAsync<FormatException>(() => world.Do<int>(_ => throw new FormatException()));
        Assert.Equal("welcome", world.Current.Text("welcome"));
    }

    [Fact]
    public async Task Reading_a_scope_of_ones_own_begins_it_and_reading_anothers_does_not()
    {
        var world = await _worlds.CreateAsync("w");
        var seen = await world.QueryAsync(
            Info(world), call => (call.Read(Notes).Count, call.Read(Notes, There).Count, call.Scopes.Count()));
        Assert.Equal((1, 0, 2), seen);
        var before = world.Current;
        await world.QueryAsync(Info(world), call => call.Read(Notes).Count);
        Assert.Same(before, world.Current);
        Assert.Equal(0, world.Query(Info(world, There), call => call.Read(Notes).Count));
    }

    [Fact]
    public async Task A_snapshot_tells_whether_anything_belongs_to_another_account()
    {
        var world = await _worlds.CreateAsync("w");
        Assert.False(world.Current.HasOthersThan(Here.Account));
        await world.Do(call => call.Write(Notes).Put(new(new("n"), "mine")));
        Assert.False(world.Current.HasOthersThan(Here.Account));
        Assert.True(world.Current.HasOthersThan(There.Account));
        await world.Do(call => call.Write(Notes, There).Put(new(new("n"), "theirs")));
        Assert.True(world.Current.HasOthersThan(Here.Account));
        Assert.True(world.Current.HasOthersThan(There.Account));
        Assert.True(world.Current.HasOthersThan("555555555555"));
    }

    [Fact]
    public async Task Writing_to_another_scope_begins_it_first()
    {
        var world = await _worlds.CreateAsync("w");
        await world.Do(call =>
            call.Write(Notes, There).Put(new(new("n"), call.Read(Notes, There).Find(new("welcome"))!.Text)));
        Assert.Equal("welcome", world.Current.Text("n", There));
    }

    [Fact]
    public async Task A_timer_that_writes_to_a_scope_that_nobody_touched_begins_it_and_fires_once()
    {
        await using var worlds = Of(new Handler("wander", (call, subject) =>
            call.Write(Notes, There).Put(new(new(subject), call.Read(Notes, There).Find(new("welcome"))!.Text))));
        var world = await worlds.CreateAsync("w");
        await world.Do(call => call.Schedule("wander", call.Now.AddMinutes(1), "n"));
        await world.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal("welcome", world.Current.Text("n", There));
        Assert.Single(world.ReadJournal(1, 99), c => c.Operation == "timer:wander");
    }

    [Fact]
    public async Task A_call_or_timer_that_draws_another_new_scope_each_time_it_runs_fails()
    {
        await using var worlds = Of(new Handler("draw", (call, _) => Draw(call)));
        var world = await worlds.CreateAsync("w");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => world.Do(Draw));
        Assert.Contains("another new scope each time", refusal.Message);
        await world.Do(call => call.Schedule("draw", call.Now.AddMinutes(1), "n"));
        await world.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal("here", await world.Do(call =>
        {
            call.Write(Notes).Put(new(new("n"), "here"));
            return "here";
        }));

        static void Draw(Call call)
        {
            var account = (call.Random.NextUInt64() % 1_000_000_000_000).ToString("d12", CultureInfo.InvariantCulture);
            call.Write(Notes, new(account, "eu-west-1")).Put(new(new("n"), "drawn"));
        }
    }

    private static Worlds Of(Handler handler) =>
        new(new([Wallets, Notes], [handler], initializers: [new Welcome()]), new MemoryStorage(), Settings);

    private sealed class Welcome : IScopeInitializer
    {
        public void Initialize(Call call) => call.Write(Notes).Put(new(new("welcome"), "welcome"));
    }
}
