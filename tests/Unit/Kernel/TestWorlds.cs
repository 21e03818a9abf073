using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Kernel.Storage;
using Orrery.Kernel.Time;

namespace Orrery.Tests.Kernel;

/// <summary>Small worlds to test the kernel with.</summary>
internal static class TestWorlds
{
    public static readonly Scope Here = new("111111111111", "us-east-1");
    public static readonly Scope There = new("222222222222", "eu-west-1");
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static WorldSettings Settings { get; } = new() { Seed = 7, Start = Start, Mode = ClockMode.Stepped };

    public static Blueprint Blueprint(params ITimerHandler[] timers) =>
        new([TestTables.Wallets, TestTables.Notes], timers);

    public static Worlds InMemory(WorldSettings? settings = null, params ITimerHandler[] timers) =>
        new(Blueprint(timers), new MemoryStorage(), settings ?? Settings);

    public static CallInfo Info(World world, Scope? scope = null, string operation = "test:Do") =>
        new(scope ?? Here, Caller.Root((scope ?? Here).Account), operation, world.NewRequestId());

    public static Task<T> Do<T>(this World world, Func<Call, T> body, Scope? scope = null) =>
        world.ExecuteAsync(Info(world, scope), body);

    public static Task Do(this World world, Action<Call> body, Scope? scope = null) =>
        world.ExecuteAsync(
            Info(world, scope),
            call =>
            {
                body(call);
                return true;
            });

    public static Task Put(this World world, string id, int coins, string owner = "ada", Scope? scope = null) =>
        world.Do(call => call.Write(TestTables.Wallets).Put(new(new(id), owner, coins)), scope);

    public static Task Note(this World world, string id, string text, Scope? scope = null) =>
        world.Do(call => call.Write(TestTables.Notes).Put(new(new(id), text)), scope);

    public static int? Coins(this Snapshot snapshot, string id, Scope? scope = null) =>
        snapshot.Read(TestTables.Wallets, scope ?? Here).Find(new(id))?.Coins;

    public static string? Text(this Snapshot snapshot, string id, Scope? scope = null) =>
        snapshot.Read(TestTables.Notes, scope ?? Here).Find(new(id))?.Text;
}
