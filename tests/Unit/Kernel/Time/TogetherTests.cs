using CsCheck;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using static Orrery.Tests.Kernel.TestTables;
using static Orrery.Tests.Kernel.TestWorlds;

namespace Orrery.Tests.Kernel.Time;

/// <summary>Timers that fire in one call do what they do alone, in the same order.</summary>
public sealed class TogetherTests
{
    // What a timer does besides being written down; its subject ends with whom it takes back.
    private static readonly Gen<(string Deed, int Whom, int Due)> Timers = Gen.Select(
        Gen.OneOfConst("note", "note", "note", "fail", "cancel", "spawn"), Gen.Int[0, 9], Gen.Int[0, 3]);

    [Fact]
    public async Task Timers_that_are_due_at_one_instant_are_one_commit()
    {
        await using var worlds = InMemory(null, new Doer("log", together: true), new Doer("other", together: false));
        var world = await worlds.CreateAsync("w");
        await world.Do(call =>
        {
            for (var number = 0; number < 5; number++) call.Schedule("log", Start.AddHours(1), $"note {number}");
            call.Schedule("other", Start.AddHours(1), "note 5");
            call.Schedule("log", Start.AddHours(1), "note 6");
            call.Schedule("log", Start.AddHours(2), "note 7");
        });
        var before = world.Current.Sequence;
        await world.Clock.AdvanceAsync(TimeSpan.FromHours(3));
        Assert.Equal(
            ["timer:log", "timer:other", "timer:log", "timer:log", "orrery:SetClock"],
            world.ReadJournal(before + 1, world.Current.Sequence).Select(commit => commit.Operation));
        Assert.Equal(8, Written(world).Count);
    }

    [Fact]
    public async Task What_they_make_due_at_once_is_in_the_same_commit_whatever_its_kind()
    {
        await using var worlds = InMemory(
            null, new Doer("log", together: true, "other"), new Doer("other", together: true, "last"),
            new Doer("last", together: false));
        var world = await worlds.CreateAsync("w");
        await world.Do(call =>
        {
            call.Schedule("log", Start.AddHours(1), "spawn 0 -");
            call.Schedule("other", Start.AddHours(1), "spawn 1 -");
            call.Schedule("log", Start.AddHours(1), "note 2 -");
        });
        var before = world.Current.Sequence;
        await world.Clock.AdvanceAsync(TimeSpan.FromHours(3));
        var commits = world.ReadJournal(before + 1, world.Current.Sequence).ToList();
        Assert.Equal(["timer:log", "timer:last", "orrery:SetClock"], commits.Select(one => one.Operation));
        Assert.Equal(4, commits[0].In(Notes).Count());
        Assert.Equal(5, Written(world).Count);
    }

    [Fact]
    public async Task What_they_make_due_without_end_is_stopped()
    {
        await using var worlds = InMemory(null, new Spinner());
        var world = await worlds.CreateAsync("w");
        await world.Do(call => call.Settle("spin", TimeSpan.Zero, "a"));
        Assert.Contains("without end", world.Current.Read(KernelTables.FailedTimers, Here).All().Single().Error);
    }

    [Fact]
    public void They_do_what_they_would_do_alone() => Timers.Array[1, 12].Sample(
        timers => Assert.Equal(Play(timers, together: false), Play(timers, together: true)), iter: 200);

    private static List<string> Play((string Deed, int Whom, int Due)[] timers, bool together)
    {
        var worlds = InMemory(null, new Doer("log", together));
        var world = worlds.CreateAsync("w").Result;
        world.Do(call =>
        {
            for (var number = 0; number < timers.Length; number++)
            {
                var (deed, whom, due) = timers[number];
                call.Schedule("log", Start.AddHours(due), $"{deed} {number} {whom}");
            }
        }).GetAwaiter().GetResult();
        world.Clock.AdvanceAsync(TimeSpan.FromHours(9)).GetAwaiter().GetResult();
        var failed = world.Current.Read(KernelTables.FailedTimers, Here).All();
        List<string> told =
        [
            .. Written(world),
            .. failed.Select(one => $"{one.Timer.Due - Start:c} {one.Timer.Subject} {one.Error}"),
        ];
        worlds.DisposeAsync().AsTask().Wait();
        return told;
    }

    private static List<string> Written(World world) =>
        [.. world.Current.Read(Notes, Here).All().Select(note => note.Text)];

    private sealed class Doer(string kind, bool together, string? spawns = null) : ITimerHandler
    {
        public string Kind => kind;

        public bool Together => together;

        public void Fire(Call call, string subject)
        {
            Handler.Write(call, subject);
            var words = subject.Split(' ');
            switch (words[0])
            {
                case "fail":
                    throw new InvalidOperationException("no");
                case "spawn":
                    call.Schedule(spawns ?? kind, call.Now, $"note {words[1]}+ {words[2]}");
                    break;
                case "cancel":
                    foreach (var timer in call.Read(KernelTables.Timers).All().ToList())
                        if (timer.Subject.Split(' ')[1] == words[2]) call.Cancel(timer.Id);
                    break;
                default:
                    break;
            }
        }
    }

    private sealed class Spinner : ITimerHandler
    {
        public string Kind => "spin";

        public bool Together => true;

        public void Fire(Call call, string subject) => call.Settle(Kind, TimeSpan.Zero, subject);
    }
}
