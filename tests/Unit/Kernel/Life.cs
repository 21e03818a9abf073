using Orrery.Core;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using static Orrery.Tests.Kernel.TestTables;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel;

/// <summary>Random calls that are the same for the same seed: writes, timers, refusals, jumps of the clock.</summary>
internal static class Life
{
    private static readonly Scope[] Scopes = [Here, There, Scope.Global(Here.Account)];

    public static ITimerHandler[] Handlers { get; } = [new Handler("pay", Pay), new Handler("fail", Fail)];

    public static async Task LiveAsync(World world, int seed, int calls)
    {
        var random = new SeededRandom((ulong)seed);
        for (var i = 0; i < calls; i++)
        {
            var scope = Scopes[random.Next(Scopes.Length)];
            var choice = random.NextUInt64();
            if (random.Next(8) == 0)
                await world.Clock.AdvanceAsync(TimeSpan.FromMinutes(random.Next(600)));
            else if (random.Next(8) == 0)
                await Assert.ThrowsAsync<ServiceException>(() => world.Do(Refuse, scope));
            else
                await world.Do(call => Change(call, new(choice)), scope);
        }
    }

    private static void Refuse(Call call)
    {
        call.Write(Notes).Put(new(new(call.NewId("note")), "never"));
        throw new ServiceException("Refused", "no");
    }

    private static void Change(Call call, SeededRandom random)
    {
        var wallets = call.Write(Wallets);
        for (var i = random.Next(3); i >= 0; i--)
            wallets.Put(new(call.NewId<WalletId>(), $"owner{random.Next(3)}", random.Next(100), "new"));
        if (random.Next(3) == 0 && wallets.All().FirstOrDefault() is { } oldest)
            wallets.Remove(oldest.Id);
        call.Write(Notes).Put(new(new($"note{random.Next(9)}"), $"{call.Random.NextUInt64()}"));
        if (random.Next(4) == 0)
            call.Write(Notes).Remove(new($"note{random.Next(9)}"));
        if (random.Next(2) == 0)
            call.Schedule("pay", call.Now.AddMinutes(random.Next(300)), "owner1", Scopes[random.Next(Scopes.Length)]);
        if (random.Next(4) == 0)
            call.Settle(random.Next(4) == 0 ? "fail" : "pay", TimeSpan.FromMinutes(1), "owner2");
    }

    private static void Pay(Call call, string owner)
    {
        var wallets = call.Write(Wallets);
        foreach (var wallet in wallets.By(WalletsByOwner, owner).ToList())
            wallets.Put(wallet with { Coins = wallet.Coins + call.Random.Next(10), Labels = ["paid"] });
    }

    private static void Fail(Call call, string subject) => throw new InvalidOperationException(subject);
}
