using CsCheck;
using Orrery.Engines.Scaling.Predictive;

namespace Orrery.Tests.Unit.Engines.Scaling;

/// <summary>EC2 Auto Scaling User Guide, "Predictive scaling"; API Reference, PredictiveScalingConfiguration.</summary>
public sealed class PredictiveTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly PredictivePolicy Active = new(100, true);

    [Fact]
    public void What_repeats_every_day_is_forecast_exactly() =>
        Gen.Select(Gen.Double[0, 1000].Array[24], Gen.Int[24, 336]).Sample((day, hours) =>
            AssertExact(hours, hour => day[hour % 24]));

    [Fact]
    public void What_repeats_every_week_is_forecast_exactly_after_eight_days() =>
        Gen.Select(Gen.Double[1, 1000].Array[168], Gen.Int[192, 336]).Sample((week, hours) =>
            AssertExact(hours, hour => week[hour % 168]));

    [Fact]
    public void Even_growth_upon_a_day_is_forecast_exactly() =>
        Gen.Select(Gen.Double[500, 1000].Array[24], Gen.Double[0.1, 3], Gen.Int[72, 336]).Sample((day, growth, hours) =>
            AssertExact(hours, hour => day[hour % 24] + (growth * hour)));

    [Fact]
    public void A_forecast_takes_24_hours_of_data_looks_back_14_days_and_ahead_48_hours()
    {
        Assert.Empty(ForecastRules.Make(History(23, _ => 5)).Points);
        var gaps = History(30, _ => 5);
        gaps = gaps with { Values = [.. gaps.Values.Select((v, i) => i % 3 == 0 ? null : v)] };
        Assert.Empty(ForecastRules.Make(gaps).Points);
        var forecast = ForecastRules.Make(History(500, hour => hour < 164 ? 1e9 : 7));
        Assert.Equal(48, forecast.Points.Count);
        Assert.All(forecast.Points, p => Assert.Equal(7, p.Load, 1e-9));
        Assert.Equal(Monday.AddHours(500), forecast.Points[0].At);
        Assert.Equal(0, forecast.Mape);
    }

    [Fact]
    public void Hours_without_data_do_not_disturb_it()
    {
        var history = History(336, hour => 100 + (hour % 24));
        var values = history.Values.Select((v, i) => i % 7 == 3 || i is > 100 and < 130 ? null : v);
        var holes = history with { Values = [.. values] };
        Assert.All(ForecastRules.Make(holes).Points, p => Assert.Equal(100 + p.At.Hour, p.Load, 1e-6));
    }

    [Fact]
    public void Noise_widens_it_and_shows_in_its_error()
    {
        var random = 12345u;
        var forecast = ForecastRules.Make(History(336, hour =>
        {
            random = (random * 1664525) + 1013904223;
            return 100 + (50 * Math.Sin(hour * Math.PI / 12)) + (20.0 * (random >> 8) / (1 << 24)) - 10;
        }));
        Assert.InRange(forecast.Mape!.Value, 0.01, 0.2);
        Assert.All(forecast.Points, p => Assert.InRange(p.Load, 100 + (50 * Math.Sin(p.At.Hour * Math.PI / 12)) - 12,
            100 + (50 * Math.Sin(p.At.Hour * Math.PI / 12)) + 12));
        Assert.All(forecast.Points, p => Assert.True(p.Low < p.Load && p.Load < p.High));
    }

    [Fact]
    public void The_mean_of_each_hour_is_that_of_a_plain_average() =>
        Gen.Double[1, 100].Array[24, 336].Sample(values =>
        {
            var forecast = ForecastRules.Make(History(values.Length, hour => values[hour]));
            Assert.NotNull(forecast.Model);
            if (forecast.Model.HasTrend) return;
            for (var i = 0; i < 48; i++)
            {
                var same = values.Where((_, hour) => (hour - values.Length - i) % forecast.Model.Season == 0).ToList();
                Assert.Equal(same.Average(), forecast.Points[i].Load, 1e-6);
            }
        });

    [Theory]
    [InlineData("100 50 200", "100 100 100", 0.5)]
    [InlineData("100 0 100", "90 55 110", 0.1)]
    [InlineData("0 0", "1 1", null)]
    public void The_error_is_the_mean_of_shares(string actual, string forecast, double? mape)
    {
        var values = forecast.Split(' ').Select(v => double.Parse(v, null)).ToArray();
        var came = actual.Split(' ').Select(v => (double?)double.Parse(v, null)).ToList();
        var found = ForecastRules.Mape(came, i => values[i]);
        Assert.Equal(mape, found is { } f ? Math.Round(f, 6) : null);
    }

    // Load of this hour and of the next, minute of the hour, desired: what it becomes.
    [Theory]
    [InlineData(500, 900, 0, 3, 5)]
    [InlineData(500, 900, 54, 3, 5)]
    [InlineData(500, 900, 55, 3, 9)] // five minutes ahead
    [InlineData(500, 200, 57, 3, 5)]
    [InlineData(501, 200, 10, 3, 6)]
    [InlineData(500, 900, 0, 7, 7)] // never in
    [InlineData(5000, 900, 0, 7, 40)] // no more than the maximum
    [InlineData(100, 100, 0, 2, 2)]
    public void A_forecast_scales_out_ahead_of_its_hour(double load, double next, int minute, int desired, int becomes)
    {
        var now = Monday.AddMinutes(minute);
        var decision = PredictiveRules.Decide(Active, Points(load, next), desired, new(2, 40), now);
        Assert.Equal((becomes, null), (decision.To, decision.Max));
        Assert.False(PredictiveRules.Decide(
            Active with { IsActive = false }, Points(load, next), desired, new(2, 40), Monday).IsChange);
    }

    // Forecast, buffer, maximum: the maximum, and what is desired. The first is the guide's.
    [Theory]
    [InlineData(50, 10, 40, 55, 50)]
    [InlineData(50, 0, 40, 50, 50)]
    [InlineData(38, 10, 40, 42, 38)]
    [InlineData(36, 10, 40, null, 36)]
    public void It_may_raise_the_maximum_by_a_buffer(int forecast, int buffer, int max, int? raised, int becomes)
    {
        var policy = Active with { Breach = MaxCapacityBreach.IncreaseMaxCapacity, Buffer = buffer };
        var decision = PredictiveRules.Decide(policy, Points(forecast * 100, 0), 10, new(1, max), Monday);
        Assert.Equal((raised, becomes), (decision.Max, decision.To));
    }

    [Theory]
    [InlineData(0, 55)]
    [InlineData(54, 55)]
    [InlineData(55, 115)]
    public void It_looks_again_ahead_of_the_next_hour(int minute, int next) =>
        Assert.Equal(Monday.AddMinutes(next), PredictiveRules.NextLook(Active, Monday.AddMinutes(minute)));

    private static IReadOnlyList<CapacityPoint> Points(double load, double next)
    {
        ForecastPoint[] points = [new(Monday, load, 0, 0), new(Monday.AddHours(1), next, 0, 0)];
        return PredictiveRules.CapacityOf(Active, new(points, null, null, Orrery.Core.Reason.Of("A", "b")));
    }

    private static LoadHistory History(int hours, Func<int, double> load) =>
        new(Monday, [.. Enumerable.Range(0, hours).Select(hour => (double?)load(hour))]);

    private static void AssertExact(int hours, Func<int, double> load)
    {
        var forecast = ForecastRules.Make(History(hours, load));
        Assert.Equal(48, forecast.Points.Count);
        for (var i = 0; i < 48; i++) Assert.Equal(load(hours + i), forecast.Points[i].Load, 1e-6);
    }
}
