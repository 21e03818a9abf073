using CsCheck;
using Orrery.Engines.Load.Credits;

namespace Orrery.Tests.Unit.Engines.Load;

public sealed class CreditTests
{
    private static readonly Gen<CreditPlan> Plans = Gen.Select(
        Gen.OneOfConst((2, 6.0), (2, 12.0), (2, 24.0), (4, 96.0), (8, 81.6)), Gen.Bool, Gen.Bool,
        (size, unlimited, old) => new CreditPlan(
            size.Item1, size.Item2, unlimited, old && !unlimited ? 30 * size.Item1 : 0, old ? 0 : CreditPlan.Week));

    /// <summary>Source: EC2 User Guide, "Key concepts for burstable performance instances".</summary>
    [Theory]
    [InlineData(2, 12, 288)] // t3.micro
    [InlineData(2, 24, 576)] // t3.medium
    [InlineData(8, 192, 4608)] // t3.2xlarge
    [InlineData(1, 6, 144)] // t2.micro
    public void An_idle_instance_accrues_what_it_earns_in_24_hours_and_no_more(int vcpus, double perHour, double most)
    {
        var plan = new CreditPlan(vcpus, perHour, false);
        var state = CreditRules.Start(plan, default, 1);
        for (var minute = 0; minute < 60; minute++) state = CreditRules.Spend(plan, state, 0);
        Assert.Equal(perHour, state.Balance, 6);
        for (var minute = 0; minute < 48 * 60; minute++) state = CreditRules.Spend(plan, state, 0);
        Assert.Equal(most, state.Balance, 6);
    }

    [Fact]
    public void Launch_credits_are_spent_first_and_do_not_count_to_the_most()
    {
        var plan = new CreditPlan(1, 6, false, 30);
        var state = CreditRules.Start(plan, default, 1);
        Assert.Equal(30, state.Balance);
        state = CreditRules.Spend(plan, state, 1);
        Assert.Equal((29, 0.1), (state.Launch, state.Accrued));
        for (var minute = 0; minute < 30 * 60; minute++) state = CreditRules.Spend(plan, state, 0);
        Assert.Equal(144 + 29, state.Balance, 6);
    }

    [Fact]
    public void A_dry_standard_instance_has_its_baseline()
    {
        var plan = new CreditPlan(2, 12, false);
        Assert.Equal(0.2, CreditRules.Allowance(plan, CreditRules.Start(plan, default, 1)), 9);
    }

    [Fact]
    public void An_unlimited_one_borrows_pays_back_and_is_charged_beyond_a_day_of_earning()
    {
        var plan = new CreditPlan(2, 12, true);
        var state = CreditRules.Start(plan, default, 1);
        for (var minute = 0; minute < 60; minute++) state = CreditRules.Spend(plan, state, 2);
        Assert.Equal(120 - 12, state.Surplus, 6);
        Assert.Equal(0, state.Charged);
        for (var minute = 0; minute < 60; minute++) state = CreditRules.Spend(plan, state, 2);
        Assert.Equal(0, state.Charged);
        for (var minute = 0; minute < 60; minute++) state = CreditRules.Spend(plan, state, 2);
        Assert.Equal(288, state.Surplus, 6);
        Assert.Equal(324 - 288, state.Charged, 6);
        for (var minute = 0; minute < 60; minute++) state = CreditRules.Spend(plan, state, 0);
        Assert.Equal(288 - 12, state.Surplus, 6);
        Assert.Equal(0, state.Balance, 6);
    }

    [Fact]
    public void A_stopped_one_keeps_its_credits_seven_days_and_is_charged_for_its_surplus()
    {
        var plan = new CreditPlan(2, 12, true);
        var had = new CreditState(50, 0, 0, 0, 0);
        Assert.Equal(50, CreditRules.Start(plan, had, CreditPlan.Week).Balance);
        Assert.Equal(0, CreditRules.Start(plan, had, CreditPlan.Week + 1).Balance);
        Assert.Equal(20, CreditRules.Start(plan, new(0, 0, 20, 0, 0), 5).Charged);
        Assert.Equal(30, CreditRules.Start(plan with { KeptMinutes = 0, LaunchCredits = 30 }, had, 5).Balance);
    }

    [Fact]
    public void Credits_add_up_and_stay_in_their_bounds() =>
        Gen.Select(Plans, Gen.Double[0, 10].Array[1, 400]).Sample((plan, wishes) =>
        {
            var state = CreditRules.Start(plan, default, 1);
            var spent = 0.0;
            for (var minute = 0; minute < wishes.Length; minute++)
            {
                var now = Math.Min(wishes[minute], CreditRules.Allowance(plan, state));
                spent += now;
                state = CreditRules.Spend(plan, state, now);
                Assert.InRange(state.Accrued, 0, plan.Most);
                Assert.InRange(state.Launch, 0, plan.LaunchCredits);
                Assert.InRange(state.Surplus, 0, plan.Most);
            }

            var got = (wishes.Length * plan.PerMinute) + plan.LaunchCredits + state.Surplus + state.Charged;
            Assert.Equal(got, spent + state.Balance + state.Lost, 6);
        });
}
