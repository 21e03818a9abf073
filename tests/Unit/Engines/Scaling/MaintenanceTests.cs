using CsCheck;
using Orrery.Engines.Scaling.Maintenance;

namespace Orrery.Tests.Unit.Engines.Scaling;

/// <summary>
/// EC2 Auto Scaling User Guide, "Replace instances based on an instance refresh", "Add checkpoints to an instance
/// refresh", "Instance maintenance policies" and "Replace instances based on maximum instance lifetime".
/// </summary>
public sealed class MaintenanceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    // Least and most healthy; desired, ready, warming up, old, unready; to launch, to terminate, of the unready.
    [Theory]
    [InlineData(90, 100, "10 10 0 10 0", "1 1 0")]
    [InlineData(80, 100, "10 10 0 10 0", "2 2 0")]
    [InlineData(0, 100, "10 10 0 10 0", "10 10 0")]
    [InlineData(100, 100, "10 10 0 10 0", "1 1 0")] // one at a time
    [InlineData(100, 100, "10 9 1 9 0", "0 0 0")]
    [InlineData(100, 110, "10 10 0 10 0", "1 0 0")] // launch first
    [InlineData(100, 110, "10 10 1 10 0", "0 0 0")]
    [InlineData(100, 110, "10 11 0 10 0", "1 1 0")]
    [InlineData(100, 200, "10 10 0 10 0", "10 0 0")]
    [InlineData(100, 200, "10 20 0 10 0", "0 10 0")]
    [InlineData(90, 110, "10 10 0 10 0", "2 1 0")]
    [InlineData(90, 100, "1 1 0 1 0", "1 1 0")]
    [InlineData(100, 150, "1 1 0 1 0", "1 0 0")]
    [InlineData(90, 100, "10 10 0 0 0", "0 0 0")]
    [InlineData(90, 100, "10 9 0 0 1", "1 0 1")] // what is of no use goes at once
    [InlineData(100, 110, "10 9 0 0 1", "1 0 0")] // or after its successor has come
    [InlineData(100, 110, "10 10 0 0 1", "0 0 1")]
    public void What_is_replaced_at_once_keeps_within_the_healthy_range(int least, int most, string facts, string next)
    {
        var n = facts.Split(' ').Select(p => int.Parse(p, null)).ToArray();
        var step = ReplacementRules.Next(new(least, most), new(n[0], n[1], n[2], n[3], n[4]));
        Assert.Equal(next, $"{step.Launch} {step.Terminate} {step.TerminateUnready}");
    }

    [Fact]
    public void Replacement_ends_and_never_leaves_the_healthy_range() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[1, 40], Gen.Int[0, 9], Gen.UInt).Sample(drawn =>
        {
            var (least, more, desired, useless, seed) = drawn;
            var range = new HealthyRange(least, Math.Max(100, Math.Min(200, least + more)));
            var unready = Math.Min(useless, desired - 1);
            var (ready, warming, old) = (desired - unready, 0, desired - unready);
            var floor = Math.Min(ready, range.Floor(desired));
            var luck = seed;
            for (var steps = 0; steps < 1000 && (old > 0 || unready > 0 || warming > 0); steps++)
            {
                var step = ReplacementRules.Next(range, new(desired, ready, warming, old, unready));
                var isOne = step.Terminate == 1 && step.Why.Because.Count > 0;
                (ready, old, unready) = (ready - step.Terminate, old - step.Terminate, unready - step.TerminateUnready);
                warming += step.Launch;
                Assert.True(ready >= floor - (isOne ? 1 : 0) || step.Terminate == 0, $"{ready} of {floor}");
                Assert.True(ready + warming + unready <= Math.Max(range.Ceiling(desired), desired));
                luck = (luck * 1664525) + 1013904223;
                var warm = step.IsChange ? (int)(luck >> 16) % (warming + 1) : warming;
                (ready, warming) = (ready + warm, warming - warm);
                floor = Math.Min(range.Floor(desired), Math.Max(floor, ready));
            }

            Assert.Equal((desired, 0, 0, 0), (ready, warming, old, unready));
        });

    // The example of the guide: 10 instances, checkpoints 20 and 50, at least 80 percent healthy.
    // Replaced, in flight, paused at: may begin, and the checkpoint that is reached.
    [Theory]
    [InlineData(0, 0, 0, 2, null)]
    [InlineData(0, 2, 0, 0, null)]
    [InlineData(2, 0, 0, 0, 20)]
    [InlineData(2, 0, 20, 2, null)]
    [InlineData(4, 0, 20, 1, null)]
    [InlineData(4, 1, 20, 0, null)]
    public void A_refresh_pauses_at_its_checkpoints(int replaced, int inFlight, int passed, int begin, int? reached)
    {
        var step = RefreshRules.Next(Refresh(10, replaced, inFlight, [20, 50], passed), Noon);
        Assert.Equal((begin, reached, false), (step.Replacement.Terminate, step.Checkpoint, step.IsDone));
    }

    [Fact]
    public void It_waits_out_its_delay_skips_what_it_jumps_over_and_ends_at_its_last_percentage()
    {
        var paused = Refresh(10, 2, 0, [20, 50], 20) with { PausedUntil = Noon.AddMinutes(15) };
        Assert.False(RefreshRules.Next(paused, Noon.AddMinutes(14)).Replacement.IsChange);
        Assert.True(RefreshRules.Next(paused, Noon.AddMinutes(15)).Replacement.IsChange);
        Assert.Equal(40, RefreshRules.Next(Refresh(2, 1, 0, [10, 40, 100], 0), Noon).Checkpoint);
        var done = RefreshRules.Next(Refresh(10, 5, 0, [20, 50], 20), Noon);
        Assert.Equal((true, 50, null), (done.IsDone, done.PercentComplete, done.Checkpoint));
        Assert.True(RefreshRules.Next(Refresh(0, 0, 0, [], 0), Noon).IsDone);
    }

    [Fact]
    public void What_has_its_successor_goes_before_a_refresh_pauses_or_ends()
    {
        var facts = Refresh(10, 10, 0, [], 0) with { Range = new(100, 110), Group = new(10, 11, 0, 1) };
        var step = RefreshRules.Next(facts, Noon);
        Assert.Equal((0, 1, false), (step.Replacement.Launch, step.Replacement.Terminate, step.IsDone));
        Assert.True(RefreshRules.Next(facts with { Group = new(10, 10, 0, 0) }, Noon).IsDone);
    }

    [Fact]
    public void A_refresh_replaces_as_many_as_its_last_percentage_takes_and_pauses_in_order() =>
        Gen.Select(Gen.Int[1, 30], Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[1, 100].Array[0, 4]).Sample(drawn =>
        {
            var (size, least, more, percents) = drawn;
            var range = new HealthyRange(least, Math.Max(100, Math.Min(200, least + more)));
            int[] checkpoints = [.. percents.Distinct().Order()];
            var last = checkpoints.LastOrDefault(100);
            var (ready, warming, old, replaced, passed) = (size, 0, size, 0, 0);
            for (var minute = 0; minute < 500; minute++)
            {
                var group = new ReplacementFacts(size, ready, warming, old);
                var begun = Math.Max(replaced + warming, size - old);
                var step = RefreshRules.Next(
                    new(range, size, replaced, begun - replaced, group, checkpoints, passed), Noon);
                if (step.IsDone) break;
                if (step.Checkpoint is { } reached)
                {
                    Assert.InRange(reached, passed + 1, step.PercentComplete);
                    passed = reached;
                }

                var (launch, terminate) = (step.Replacement.Launch, step.Replacement.Terminate);
                (ready, old, warming) = (ready - terminate, old - terminate, warming + launch);
                if (step.Replacement.IsChange) continue;
                (ready, replaced, warming) = (ready + warming, replaced + warming, 0);
            }

            Assert.Equal(RefreshRules.Count(size, last), replaced);
            Assert.Equal((size, size - replaced), (ready, old));
        });

    [Theory]
    [InlineData(null, 1, 20, 100)]
    [InlineData("ascend", 20, 20)]
    [InlineData("ascend", 50, 20)]
    [InlineData("between", 0)]
    [InlineData("between", 101)]
    public void Checkpoints_have_to_ascend(string? flaw, params int[] checkpoints)
    {
        if (flaw is null) Assert.Null(RefreshRules.Flaw(checkpoints));
        else Assert.Contains(flaw, RefreshRules.Flaw(checkpoints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(90, 100, true)]
    [InlineData(100, 200, true)]
    [InlineData(0, 110, false)]
    [InlineData(-1, 100, false)]
    [InlineData(90, 99, false)]
    [InlineData(101, 200, false)]
    public void A_healthy_range_is_no_wider_than_100(int least, int most, bool isValid) =>
        Assert.Equal(isValid, new HealthyRange(least, most).Flaw() is null);

    [Theory]
    [InlineData("lt-1", "2", "m5.large", "", true)]
    [InlineData("lt-1", "1", "m5.large", "", false)]
    [InlineData("lt-2", "2", "m5.large", "", false)]
    [InlineData("lt-1", "2", "c5.large", "", false)]
    [InlineData("lt-1", "2", "c5.large", "m5.large c5.large", true)]
    public void Skip_matching_leaves_what_is_as_wanted(
        string template, string version, string type, string types, bool isLeft)
    {
        var all = types.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(isLeft, RefreshRules.IsMatch(new(template, version, type), new("lt-1", "2", "m5.large"), all));
    }

    // Capacity, lifetime in days, minutes of a replacement: how many at once.
    [Theory]
    [InlineData(10, 30, 10, 1)]
    [InlineData(288, 1, 10, 2)]
    [InlineData(1000, 1, 10, 7)]
    [InlineData(1000, 1, 600, 100)] // no more than a tenth
    [InlineData(5, 1, 600, 1)]
    public void A_lifetime_replaces_one_at_a_time_if_there_is_time(int capacity, int days, int minutes, int atOnce) =>
        Assert.Equal(atOnce, LifetimeRules.AtOnce(capacity, TimeSpan.FromDays(days), TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void Where_there_is_time_nobody_outlives_the_lifetime() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[0, 1440]).Sample((count, spread) =>
        {
            var pace = (Lifetime: TimeSpan.FromDays(1), Pause: TimeSpan.FromMinutes(20));
            var launched = Enumerable.Range(0, count).Select(i => Noon.AddMinutes(i * spread / count)).ToList();
            var busy = new List<DateTimeOffset>();
            for (var now = Noon; launched.Count > 0; now = now.AddMinutes(1))
            {
                busy.RemoveAll(end => end <= now);
                foreach (var due in LifetimeRules.Due(launched, count, busy.Count, pace, now))
                {
                    Assert.True(now - due <= pace.Lifetime);
                    launched.Remove(due);
                    busy.Add(now + pace.Pause);
                }

                Assert.True(busy.Count <= Math.Max(1, count / 10));
            }
        });

    private static RefreshFacts Refresh(int size, int replaced, int inFlight, int[] checkpoints, int passed)
    {
        var group = new ReplacementFacts(size, size - inFlight, inFlight, size - replaced - inFlight);
        return new(new(80, 100), size, replaced, inFlight, group, checkpoints, passed);
    }
}
