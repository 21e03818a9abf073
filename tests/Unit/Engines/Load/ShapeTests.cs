using Orrery.Engines.Load.Shapes;

namespace Orrery.Tests.Unit.Engines.Load;

public sealed class ShapeTests
{
    private const int Hour = 60;
    private const int Day = 24 * Hour;

    [Fact]
    public void A_ramp_goes_evenly_and_a_step_at_once()
    {
        var ramp = new RampShape(10, 20, 100, 10);
        Assert.Equal([10, 10, 15, 20, 20], new long[] { 0, 100, 105, 110, 999 }.Select(ramp.RateAt));
        var step = new RampShape(1, 5, 100);
        Assert.Equal([1, 5], new long[] { 99, 100 }.Select(step.RateAt));
    }

    [Fact]
    public void A_daily_wave_is_highest_at_its_hour_and_lowest_twelve_hours_later()
    {
        var wave = new DiurnalShape(2, 10, 15);
        Assert.Equal(10, wave.RateAt((400L * Day) + (15 * Hour)), 9);
        Assert.Equal(2, wave.RateAt((400L * Day) + (3 * Hour)), 9);
    }

    [Fact]
    public void A_week_begins_on_Monday()
    {
        var week = new WeeklyShape([1, 2, 3, 4, 5, 6, 7]);
        var monday = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds() / 60;
        Assert.Equal([7, 1, 1, 2], new[] { monday - 1, monday, monday + Day - 1, monday + Day }.Select(week.RateAt));
    }

    [Fact]
    public void A_spike_ends_and_a_trace_holds_its_last_value()
    {
        var spike = new SpikeShape(9, 10, 5);
        Assert.Equal([0, 9, 9, 0], new long[] { 9, 10, 14, 15 }.Select(spike.RateAt));
        var trace = new TraceShape([new(10, 1), new(20, 2), new(20, 3)]);
        Assert.Equal([0, 1, 1, 3, 3], new long[] { 9, 10, 19, 20, 999 }.Select(trace.RateAt));
    }

    [Fact]
    public void Sums_products_and_noise_are_made_of_parts()
    {
        Shape two = new ConstantShape(2), three = new ConstantShape(3);
        Assert.Equal(5, new SumShape([two, three]).RateAt(1));
        Assert.Equal(12, new ProductShape(2, [two, three]).RateAt(1));
        var noise = new NoiseShape(three, 0.5, 7);
        var rates = Enumerable.Range(0, 5000).Select(minute => noise.RateAt(minute)).ToList();
        Assert.All(rates, rate => Assert.InRange(rate, 1.5, 4.5));
        Assert.Equal(3, rates.Average(), 1);
        Assert.Equal(rates[17], new NoiseShape(three, 0.5, 7).RateAt(17));
        Assert.NotEqual(rates[17], new NoiseShape(three, 0.5, 8).RateAt(17));
    }
}
