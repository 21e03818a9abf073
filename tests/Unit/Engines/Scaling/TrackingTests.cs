using CsCheck;
using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Policies;
using Orrery.Engines.Scaling.Tracking;
using static Orrery.Engines.Scaling.Tracking.AlarmSide;

namespace Orrery.Tests.Unit.Engines.Scaling;

/// <summary>EC2 Auto Scaling User Guide, "Target tracking scaling policies" and "Multiple scaling policies".</summary>
public sealed class TrackingTests
{
    private static readonly Limits Wide = new(0, 1_000_000);
    private static readonly TrackingPolicy Half = new(50);

    // Metric, desired, ready, warming up, becomes.
    [Theory]
    [InlineData(75, 3, 3, 0, 5)] // 1.5 to add are 2
    [InlineData(100, 4, 4, 0, 8)]
    [InlineData(50, 4, 4, 0, 4)]
    [InlineData(75, 6, 4, 2, 6)] // desired already
    [InlineData(100, 6, 4, 2, 8)]
    [InlineData(99, 0, 0, 0, 0)]
    public void It_scales_out_in_proportion_to_what_has_warmed_up(
        double metric, int desired, int ready, int warming, int becomes) =>
        Assert.Equal(becomes, TrackingRules.Decide(Half, High, metric, new(desired, ready, warming), Wide).To);

    // Metric, desired, ready, warming up, terminating, becomes.
    [Theory]
    [InlineData(25, "3 3 0 0", 2)] // 1.5 to remove is 1
    [InlineData(45, "10 10 0 0", 10)]
    [InlineData(44, "10 10 0 0", 9)]
    [InlineData(0, "10 10 0 0", 0)]
    [InlineData(25, "9 9 1 0", 9)] // a scale-out is under way
    [InlineData(25, "5 5 0 5", 5)] // what terminates counts
    public void It_scales_in_so_that_no_capacity_is_missing(double metric, string facts, int becomes)
    {
        var n = facts.Split(' ').Select(p => int.Parse(p, null)).ToArray();
        Assert.Equal(becomes, TrackingRules.Decide(Half, Low, metric, new(n[0], n[1], n[2], n[3]), Wide).To);
    }

    [Fact]
    public void Without_data_nothing_happens_unless_silence_means_zero()
    {
        var facts = CapacityFacts.AtRest(4);
        Assert.Equal("INSUFFICIENT_DATA", TrackingRules.Decide(Half, Low, null, facts, Wide).Why.Code);
        Assert.Equal(1, TrackingRules.Decide(Half with { ZeroWhenSilent = true }, Low, null, facts, new(1, 9)).To);
        Assert.Equal("SCALE_IN_DISABLED",
            TrackingRules.Decide(Half with { DisableScaleIn = true }, Low, 1, facts, Wide).Why.Code);
    }

    [Fact]
    public void It_owns_two_alarms_or_one()
    {
        var alarms = TrackingRules.AlarmsOf(Half);
        Assert.Equal([new(High, 50, 3, 60), new(Low, 45, 15, 60)], alarms);
        Assert.Equal("TargetTracking-web-AlarmHigh-1234", alarms[0].NameFor("web", "1234"));
        Assert.Equal([false, true], new[] { 50.0, 51 }.Select(alarms[0].IsBreachedBy));
        Assert.Equal([true, false], new[] { 44.0, 45 }.Select(alarms[1].IsBreachedBy));
        Assert.Single(TrackingRules.AlarmsOf(Half with { DisableScaleIn = true }));
    }

    [Fact]
    public void A_constant_load_comes_to_rest_after_one_change() =>
        Gen.Select(Gen.Double[0.01, 1e5], Gen.Double[0.1, 1e4], Gen.Int[1, 5000]).Sample((load, target, start) =>
        {
            var policy = new TrackingPolicy(target);
            var capacity = start;
            for (var changes = 0; changes < 5; changes++)
            {
                var metric = load * target / capacity;
                var side = metric > target ? High : Low;
                var facts = CapacityFacts.AtRest(capacity);
                var decision = TrackingRules.Decide(policy, side, metric, facts, new(1, 1_000_000));
                Assert.True(changes == 0 || !decision.IsChange, $"{capacity} to {decision.To}");
                capacity = decision.To;
            }

            // At rest the metric is at its target or below, or as good as.
            Assert.True(load / capacity <= 1 + 1e-6);
        });

    [Fact]
    public void While_instances_warm_up_a_constant_load_asks_for_no_more_and_no_fewer() =>
        Gen.Select(Gen.Double[1, 500], Gen.Int[1, 600], Gen.Int[1, 10]).Sample((load, start, warmup) =>
        {
            var (desired, ready) = (start, start);
            var warming = new Queue<(int Ready, int Count)>();
            var changes = 0;
            for (var minute = 0; minute < 60; minute++)
            {
                while (warming.TryPeek(out var next) && next.Ready <= minute) ready += warming.Dequeue().Count;
                var metric = load * 50 / ready;
                var facts = new CapacityFacts(desired, ready, warming.Sum(w => w.Count));
                var decision = TrackingRules.Decide(Half, metric > 50 ? High : Low, metric, facts, new(1, 1000));
                Assert.Equal(decision.IsChange, decision.AsDecision().Allowed);
                if (decision.IsOut) warming.Enqueue((minute + warmup, decision.To - desired));
                if (decision.IsIn) ready = decision.To;
                changes += decision.IsChange ? 1 : 0;
                desired = decision.To;
            }

            Assert.InRange(changes, 0, 1);
            Assert.True(desired >= load * (1 - 1e-6));
        });

    // Verdicts as kind and wanted capacity, from 8: t target tracking (T without scaling in), s step, p predictive.
    [Theory]
    [InlineData("t9 t10", 0, 10)]
    [InlineData("t9 s7", 0, 9)]
    [InlineData("t8 s7", 0, 7)] // steps do not wait for target tracking
    [InlineData("s5 s6", 0, 6)] // 3 less against 25 percent less of 8
    [InlineData("t6 t8", 0, 8)]
    [InlineData("t6 t7", 0, 7)]
    [InlineData("t6 T8", 0, 6)]
    [InlineData("t6 t8 s5", 0, 5)]
    [InlineData("t6 p8", 0, 6)]
    [InlineData("t6 p8", 7, 7)] // a forecast holds what it needs
    [InlineData("t6 p8", 20, 8)]
    [InlineData("t8 p9", 9, 9)]
    [InlineData("t10 p8", 8, 10)]
    [InlineData("", 0, 8)]
    public void Of_several_policies_the_largest_wins(string said, int forecast, int becomes)
    {
        var verdicts = said.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Verdict).ToList();
        var outcome = PolicyRules.Resolve(8, verdicts, forecast);
        Assert.Equal(becomes, outcome.Decision.To);
        Assert.Equal(becomes != 8, outcome.Winner is not null);
        Assert.True(outcome.Decision.Why.Because.Count >= verdicts.Count);
    }

    [Fact]
    public void A_raised_maximum_stays_whoever_wins()
    {
        var raised = Verdict("p9") with { Decision = Verdict("p9").Decision with { Max = 12 } };
        var decision = PolicyRules.Resolve(8, [raised, Verdict("t10")]).Decision;
        Assert.Equal((10, 12), (decision.To, decision.Max));
    }

    [Fact]
    public void No_policy_that_scales_out_is_overruled() =>
        Gen.Int[0, 16].Array[1, 6].Sample(wishes =>
        {
            var verdicts = wishes.Select(w => Verdict($"{(w % 2 == 0 ? 't' : 's')}{w}")).ToList();
            var to = PolicyRules.Resolve(8, verdicts).Decision.To;
            var allTrackIn = wishes.All(w => w % 2 != 0 || w < 8);
            var ins = wishes.Where(w => w < 8 && (w % 2 != 0 || allTrackIn)).DefaultIfEmpty(8);
            Assert.Equal(wishes.Any(w => w > 8) ? wishes.Max() : ins.Max(), to);
        });

    private static PolicyVerdict Verdict(string said) => new(
        said,
        said[0] switch { 's' => PolicyKind.Step, 'p' => PolicyKind.Predictive, _ => PolicyKind.TargetTracking },
        new(8, int.Parse(said[1..], null), Orrery.Core.Reason.Of("SAID", said)),
        said[0] != 'T');
}
