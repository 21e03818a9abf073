using CsCheck;
using Orrery.Engines.Scaling.Balance;
using Orrery.Engines.Scaling.Warm;

namespace Orrery.Tests.Unit.Engines.Scaling;

/// <summary>
/// Warm pools. Sources: EC2 Auto Scaling User Guide, "Warm pools for Amazon EC2 Auto Scaling", "Use lifecycle hooks
/// with a warm pool", "View health check status", metric WarmPoolDesiredCapacity; API Reference, PutWarmPool.
/// </summary>
public sealed class WarmTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Maximum, desired, minimum of the pool, maximum prepared capacity (-1: none), size.
    [Theory]
    [InlineData(10, 6, 0, -1, 4)] // User Guide, Warm pool size: the first example
    [InlineData(10, 6, 0, 8, 2)] // ... with a maximum prepared capacity
    [InlineData(20, 6, 0, 8, 2)] // ... the same of a later edition
    [InlineData(1500, 1000, 100, 1000, 100)] // a pool of 100 beside 1,000, and room for 500 that are not kept warm
    [InlineData(10, 9, 0, 8, 0)] // API Reference: desired above the maximum prepared capacity: nothing
    [InlineData(10, 9, 3, 8, 3)] // ... unless there is a minimum
    [InlineData(10, 6, 4, -1, 4)] // the metric: a minimum equal to the difference
    [InlineData(10, 6, 5, -1, 5)] // ... or greater
    [InlineData(10, 10, 0, -1, 0)]
    [InlineData(10, 4, 0, 0, 0)]
    public void The_size_is_what_may_be_prepared_less_what_is_desired(
        int max, int desired, int min, int prepared, int size) =>
        Assert.Equal(size, PoolRules.Size(new(max, min, prepared < 0 ? null : prepared), desired).Capacity);

    // API Reference: only where the maximum prepared capacity and the minimum are equal has the pool one size.
    [Fact]
    public void A_pool_whose_minimum_is_all_that_may_be_prepared_has_one_size() =>
        Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40]).Sample((min, desired) =>
            Assert.Equal(min, PoolRules.Size(new(40, min, min), desired).Capacity));

    // Maximum, minimum, desired, held by the group, pool by stages, launches, ends.
    // p pending, w waiting, s stopped, r running, t terminating, x stopped and sick, o stopped and stale.
    [Theory]
    [InlineData("4 0 1 1", "", 3, "")]
    [InlineData("4 0 1 1", "ps", 1, "")]
    [InlineData("4 0 1 1", "pss", 0, "")]
    [InlineData("4 0 2 2", "pss", 0, "0")] // one that is not ready goes first
    [InlineData("4 0 2 2", "sss", 0, "0")] // then the oldest
    [InlineData("4 0 1 4", "", 0, "")] // what still ends in the group counts to the maximum
    [InlineData("4 2 1 4", "", 2, "")] // but the minimum is kept
    [InlineData("4 0 3 1", "", 1, "")] // what the group has not yet is its own
    [InlineData("4 0 1 1", "sst", 0, "")] // what ends in the pool counts until it is gone
    [InlineData("4 0 1 1", "ssx", 0, "2")]
    [InlineData("4 3 1 1", "ssx", 1, "2")]
    [InlineData("4 0 3 3", "xs", 0, "0")] // the sick one is the one too much
    public void The_next_look_brings_the_pool_to_its_size(string group, string pool, int launch, string ends)
    {
        // The maximum, the minimum of the pool, what the group desires, what it holds.
        var size = group.Split(' ').Select(int.Parse).ToArray();
        var plan = PoolRules.Next(new(new(size[0], size[1]), size[2], size[3], Pool(pool)));
        Assert.Equal((launch, ends), (plan.Launch, string.Concat(plan.Ends.Select(end => end.Id))));
    }

    [Theory]
    [InlineData(true, true, 0, "13")]
    [InlineData(true, false, 0, "")] // Terminate is suspended
    [InlineData(false, true, 0, "")] // no refresh is at work
    public void A_refresh_ends_what_is_stale_and_room_for_more_comes_as_it_goes(
        bool refreshes, bool terminates, int launches, string ends)
    {
        // The pool may have four with the one of the group, and no more as long as what ends is not gone.
        var facts = new PoolFacts(new(9, 0, 5), 1, 1, Pool("soso"))
        {
            CanRefresh = refreshes, CanTerminate = terminates,
        };
        var plan = PoolRules.Next(facts);
        Assert.Equal((launches, ends), (plan.Launch, string.Concat(plan.Ends.Select(end => end.Id))));
        Assert.All(plan.Ends, end => Assert.True(end.IsStale));
        Assert.NotNull(DrawRules.Next(facts.Instances, []));
        Assert.Null(DrawRules.Next(Pool("oo"), []));
    }

    [Theory]
    [InlineData(true, true, true, 1, "3")]
    [InlineData(false, true, true, 0, "3")] // Launch is suspended
    [InlineData(true, false, true, 0, "")] // Terminate is suspended
    [InlineData(true, true, false, 0, "")] // ReplaceUnhealthy is suspended
    public void Suspended_processes_are_respected(
        bool launch, bool terminate, bool replace, int launches, string ends)
    {
        var plan = PoolRules.Next(new(new(9, 4, 5), 1, 1, Pool("sssx"))
        {
            CanLaunch = launch, CanTerminate = terminate, CanReplace = replace,
        });
        Assert.Equal((launches, ends), (plan.Launch, string.Concat(plan.Ends.Select(end => end.Id))));
    }

    [Fact]
    public void A_pool_that_closes_ends_everything() =>
        Assert.Equal(3, PoolRules.Next(new(new(9, 4), 1, 1, Pool("spr")) { IsClosing = true }).Ends.Count);

    // Maximum, desired, pool, whether it reuses, how many come back.
    [Theory]
    [InlineData(4, 1, "", true, 3)]
    [InlineData(4, 1, "ss", true, 1)]
    [InlineData(4, 1, "sst", true, 1)]
    [InlineData(4, 1, "sss", true, 0)]
    [InlineData(4, 1, "", false, 0)]
    public void Instances_come_back_as_far_as_the_pool_has_place(
        int max, int desired, string pool, bool reuses, int returns) =>
        Assert.Equal(returns, PoolRules.Returns(new(new(max), desired, 4, Pool(pool)), reuses));

    // Zones as name and count, ! without room; the pool as zone and stage; the one that is drawn.
    [Theory]
    [InlineData("a1 b0 c0", "as bs cs", "1")]
    [InlineData("a1 b0 c0", "as", "0")] // warm from elsewhere rather than cold
    [InlineData("a1 b1 c0", "cp as", "1")] // what is not ready is not drawn
    [InlineData("a1 b0 c0", "bx as", "1")] // nor what is sick
    [InlineData("a1 b0! c1", "bs as", "1")] // nothing can be started where there is no room
    [InlineData("a1 b0! c1", "br as", "0")] // what runs has its room
    [InlineData("a0 b0 c0", "as ar", "1")]
    [InlineData("a0 b0 c0", "ds as", "1")] // a zone that the group has left comes last
    [InlineData("a0 b0 c0", "ds", "0")]
    [InlineData("a0 b0 c0", "", null)]
    public void The_zone_with_the_fewest_is_drawn_for(string zones, string pool, string? chosen)
    {
        var instances = pool.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((one, i) => Instance(i, one[1], $"{one[0]}")).ToList();
        Assert.Equal(chosen, DrawRules.Next(instances, [.. zones.Split(' ').Select(Zone)])?.Id);
    }

    // Rows: where an instance is; columns: what EC2 says. Steps for a pool that stops, and for one that runs.
    [Theory]
    [InlineData(PoolStage.Pending, "None Hooks None SettleStopped GiveUp", "None Hooks None GiveUp GiveUp")]
    [InlineData(PoolStage.Waiting, "None None GiveUp GiveUp GiveUp", "None None GiveUp GiveUp GiveUp")]
    [InlineData(PoolStage.Proceeding, "None Stop None SettleStopped GiveUp", "None SettleRunning None GiveUp GiveUp")]
    [InlineData(PoolStage.Stopped, "Sicken Sicken Sicken None Sicken", "Sicken Sicken Sicken None Sicken")]
    [InlineData(PoolStage.Running, "Sicken None Sicken Sicken Sicken", "Sicken None Sicken Sicken Sicken")]
    [InlineData(PoolStage.Terminating, "None None None None None", "None None None None None")]
    public void The_life_of_one_instance(PoolStage stage, string stops, string runs)
    {
        Assert.Equal((stops, runs), (Row(true), Row(false)));

        string Row(bool isStopping) => string.Join(
            ' ', Enum.GetValues<WarmSeen>().Select(seen => WarmLifeRules.Next(stage, seen, isStopping)));
    }

    [Fact]
    public void Looks_never_prepare_more_than_may_be_and_end_at_the_size()
    {
        var (grew, shrank) = (0, 0);
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 6], Gen.Int[-1, 25], Gen.Int[0, 20], Gen.Char["pwsrtx"].Array[0, 12])
            .Sample((max, min, prepared, wanted, stages) =>
            {
                var limits = new PoolLimits(max, min, prepared < 0 ? null : prepared);
                var desired = Math.Min(wanted, max);
                var pool = Pool(new string(stages)).ToList();
                var before = pool.Count(one => one.Counts);
                for (var look = 0; look < 3; look++)
                {
                    var plan = PoolRules.Next(new(limits, desired, desired, pool));
                    var had = pool.Count;
                    pool = [.. pool.Where(one => plan.Ends.All(end => end.Id != one.Id)
                        && one.Stage != PoolStage.Terminating)];
                    for (var i = 0; i < plan.Launch; i++) pool.Add(Instance(100 + (look * 100) + i, 's', "a"));
                    Assert.True(plan.Launch == 0
                        || had + plan.Launch + desired <= Math.Max(limits.Prepared, desired + had + min));
                    Assert.True(plan.Launch == 0 || pool.Count <= plan.Size.Capacity);
                }

                var size = PoolRules.Size(limits, desired).Capacity;
                Assert.Equal(size, pool.Count);
                Assert.True(desired + pool.Count <= Math.Max(Math.Max(limits.Prepared, desired), desired + min));
                if (size > before) grew++;
                if (size < before) shrank++;
            }, threads: 1);
        Assert.True(grew > 0 && shrank > 0);
    }

    private static List<PoolInstance> Pool(string stages) =>
        [.. stages.Select((stage, i) => Instance(i, stage, "a"))];

    private static PoolInstance Instance(int i, char stage, string zone) => new(
        $"{i}",
        zone,
        stage switch
        {
            'p' => PoolStage.Pending,
            'w' => PoolStage.Waiting,
            'r' => PoolStage.Running,
            't' => PoolStage.Terminating,
            _ => PoolStage.Stopped,
        },
        Start.AddMinutes(i),
        stage == 'x' ? "a check" : null)
    {
        IsStale = stage == 'o',
    };

    private static ZoneFact Zone(string text) => new($"{text[0]}", text[1] - '0', HasRoom: !text.EndsWith('!'));
}
