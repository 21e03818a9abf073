using CsCheck;
using Orrery.Engines.Scaling;
using Orrery.Engines.Scaling.Adjustments;
using static Orrery.Engines.Scaling.Adjustments.AdjustmentKind;

namespace Orrery.Tests.Unit.Engines.Scaling;

/// <summary>EC2 Auto Scaling User Guide, "Step and simple scaling policies" and "Scaling cooldowns".</summary>
public sealed class AdjustmentTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Limits Wide = new(0, 1000);

    // "Step adjustments": thresholds at 50.
    private static readonly StepPolicy Out = new(
        PercentChangeInCapacity, [new(0, 10, 0), new(10, 20, 10), new(20, null, 30)]);

    private static readonly StepPolicy In = new(
        PercentChangeInCapacity, [new(-10, 0, 0), new(-20, -10, -10), new(null, -20, -30)]);

    [Theory]
    [InlineData(12.7, 12)]
    [InlineData(.67, 1)]
    [InlineData(-.58, -1)]
    [InlineData(-6.67, -6)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    [InlineData(-1, -1)]
    [InlineData(1.999, 1)]
    public void A_change_is_rounded_towards_nothing_but_never_to_it(double change, int rounded) =>
        Assert.Equal(rounded, AdjustmentRules.Round(change));

    [Theory]
    [InlineData(ChangeInCapacity, 5, 0, 3, 8)]
    [InlineData(ExactCapacity, 5, 0, 3, 5)]
    [InlineData(PercentChangeInCapacity, 10, 0, 10, 11)]
    [InlineData(PercentChangeInCapacity, 25, 2, 4, 6)] // 25 percent of 4 is 1, the least is 2
    [InlineData(PercentChangeInCapacity, -25, 2, 4, 2)]
    [InlineData(PercentChangeInCapacity, 30, 0, 11, 14)] // 3.3
    [InlineData(PercentChangeInCapacity, -10, 0, 14, 13)] // 1.4
    [InlineData(PercentChangeInCapacity, -30, 0, 13, 10)] // 3.9
    [InlineData(PercentChangeInCapacity, 1, 0, 3, 4)]
    [InlineData(PercentChangeInCapacity, -200, 0, 3, 0)]
    [InlineData(PercentChangeInCapacity, 100, 0, 0, 0)]
    [InlineData(ChangeInCapacity, -5, 0, 3, 0)]
    public void An_adjustment_makes_a_capacity(AdjustmentKind kind, int amount, int least, int current, int becomes) =>
        Assert.Equal(becomes, AdjustmentRules.Apply(new(kind, amount, least), current));

    // Metric, desired, ready, warming up, becomes: the example of the guide.
    [Theory]
    [InlineData(59, 10, 10, 0, 10)]
    [InlineData(60, 10, 10, 0, 11)]
    [InlineData(62, 11, 10, 1, 11)] // 10 percent of 10 is 11, desired already
    [InlineData(70, 11, 10, 1, 13)] // 30 percent of 10 is 13
    [InlineData(70, 11, 11, 0, 14)]
    [InlineData(69.99, 11, 11, 0, 12)]
    public void Steps_out_follow_the_breach_and_do_not_count_what_warms_up(
        double metric, int desired, int ready, int warming, int becomes) =>
        Assert.Equal(becomes, AlarmPolicyRules.Step(Out, new(metric, 50, true), new(desired, ready, warming), Wide).To);

    // Metric; desired, ready, warming up, terminating; becomes.
    [Theory]
    [InlineData(41, "14 14 0 0", 14)]
    [InlineData(40, "14 14 0 0", 13)]
    [InlineData(30, "13 13 0 0", 10)]
    [InlineData(30.01, "13 13 0 0", 12)]
    [InlineData(40, "13 13 0 1", 13)] // 10 percent of 14 is 13, desired already
    [InlineData(40, "14 13 1 0", 14)] // a scale-out is under way
    public void Steps_in_count_what_terminates_and_wait_for_what_warms_up(double metric, string facts, int becomes) =>
        Assert.Equal(becomes, AlarmPolicyRules.Step(In, new(metric, 50, false), Facts(facts), Wide).To);

    [Fact]
    public void With_weights_less_than_the_overage_is_no_change() => // desired 30, current 32, one less
        Assert.False(AlarmPolicyRules.Step(
            new(ChangeInCapacity, [new(null, 0, -1)]), new(10, 20, false), new(30, 32), Wide).IsChange);

    // "Dynamic scaling": examples 1 and 2.
    [Theory]
    [InlineData(2, 3, 3, "MAX_SIZE")]
    [InlineData(3, -2, 2, "MIN_SIZE")]
    public void Limits_hold_and_say_so(int desired, int amount, int becomes, string code)
    {
        var decision = AlarmPolicyRules.Simple(
            new(ChangeInCapacity, amount), CapacityFacts.AtRest(desired), new(2, 3), default, Noon);
        Assert.Equal(becomes, decision.To);
        Assert.Contains(decision.Why.Because, r => r.Code == code);
    }

    [Theory]
    [InlineData(null, false, 3, "ADJUSTMENT")]
    [InlineData(299, false, 2, "COOLDOWN")]
    [InlineData(300, false, 3, "ADJUSTMENT")]
    [InlineData(900, true, 2, "ACTIVITY_IN_PROGRESS")]
    public void A_simple_policy_waits_for_activities_and_for_its_cooldown(
        int? secondsAgo, bool isBusy, int becomes, string code)
    {
        var since = secondsAgo is { } ago ? Noon.AddSeconds(-ago) : (DateTimeOffset?)null;
        var cooldown = new Cooldown(since, TimeSpan.FromSeconds(300), isBusy);
        var decision = AlarmPolicyRules.Simple(
            new(ChangeInCapacity, 1), CapacityFacts.AtRest(2), Wide, cooldown, Noon);
        Assert.Equal((becomes, code), (decision.To, decision.Why.Code));
    }

    // Steps as lower..upper, where * is no bound.
    [Theory]
    [InlineData("0..10 10..20 20..*", null)]
    [InlineData("*..-20 -20..-10 -10..0", null)]
    [InlineData("*..0 0..*", null)]
    [InlineData("*..*", "at least one bound")]
    [InlineData("", "at least one step")]
    [InlineData("10..10 10..*", "greater than its lower")]
    [InlineData("0..10 11..*", "gap")]
    [InlineData("0..12 10..*", "overlap")]
    [InlineData("0..10", "without an upper bound")]
    [InlineData("-10..0", "without a lower bound")]
    [InlineData("0..* 5..*", "no upper bound")]
    [InlineData("*..0 *..-5", "no lower bound")]
    public void Steps_neither_overlap_nor_leave_gaps(string steps, string? flaw)
    {
        var parsed = steps.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split(".."))
            .Select(b => new StepInterval(Bound(b[0]), Bound(b[1]), 1)).ToList();
        if (flaw is null) Assert.Null(StepRules.Flaw(parsed));
        else Assert.Contains(flaw, StepRules.Flaw(parsed), StringComparison.Ordinal);
    }

    [Fact]
    public void Valid_steps_cover_every_breach_of_their_side_once() =>
        Gen.Select(Gen.Int[-50, 50].Array[1, 5], Gen.Double[-100, 100], Gen.Bool).Sample((cuts, distance, above) =>
        {
            double?[] bounds = [null, .. cuts.Distinct().Order().Select(c => (double?)c), null];
            var steps = bounds.Zip(bounds.Skip(1), (a, b) => new StepInterval(a, b, 1)).ToList();
            Assert.Null(StepRules.Flaw(steps));
            foreach (var metric in cuts.Select(c => (double)c).Append(distance))
            {
                var found = StepRules.Find(steps, new(metric, 0, above));
                Assert.NotNull(found);
                Assert.Single(steps, s => StepRules.Find([s], new(metric, 0, above)) is not null);
                Assert.InRange(metric, found.Lower ?? metric, found.Upper ?? metric);
            }
        });

    [Fact]
    public void A_percentage_rounds_as_its_decimal_does() =>
        Gen.Select(Gen.Int[0, 5000], Gen.Int[-100, 300]).Sample((current, percent) =>
        {
            var exact = current * percent / 100m;
            var rounded = exact is > 0 and < 1 ? 1 : exact is < 0 and > -1 ? -1 : Math.Truncate(exact);
            Assert.Equal(Math.Max(0, current + (int)rounded),
                AdjustmentRules.Apply(new(PercentChangeInCapacity, percent), current));
        });

    [Fact]
    public void What_policies_decide_stays_within_the_limits() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20], Gen.Int[0, 100], Gen.Double[0, 100]).Sample(
            (min, more, at, metric) =>
            {
                var limits = new Limits(min, min + more);
                var facts = CapacityFacts.AtRest(limits.Clamp(at));
                Assert.InRange(AlarmPolicyRules.Step(Out, new(metric, 50, true), facts, limits).To, min, min + more);
                Assert.InRange(AlarmPolicyRules.Step(In, new(metric, 50, false), facts, limits).To, min, min + more);
            });

    private static CapacityFacts Facts(string text)
    {
        var n = text.Split(' ').Select(p => int.Parse(p, null)).ToArray();
        return new(n[0], n[1], n[2], n[3]);
    }

    private static double? Bound(string text) =>
        text == "*" ? null : double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
