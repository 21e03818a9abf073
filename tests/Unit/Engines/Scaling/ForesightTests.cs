using CsCheck;
using Orrery.Engines.Scaling.Policies;

namespace Orrery.Tests.Unit.Engines.Scaling;

/// <summary>What is asked only when something is done is asked in the same minutes as what is asked in each.</summary>
public sealed class ForesightTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 7, TimeSpan.Zero);

    [Fact]
    public void It_is_asked_in_the_first_minute_that_acts_or_that_is_not_known() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[0, 1800]).Sample((acting, seconds) =>
        {
            var (acts, known) = (Start.AddMinutes(acting), Start.AddSeconds(seconds));
            var next = Foresight.Next(Start, known, at => at >= acts);
            var each = Enumerable.Range(1, 40).Select(minute => Start.AddMinutes(minute))
                .First(at => at >= acts || at >= known);
            Assert.Equal(each, next);
        });

    [Theory]
    [InlineData(0, false, 60)] // asked in this instant already
    [InlineData(0, true, 60)]
    [InlineData(1, false, 60)]
    [InlineData(60, false, 60)] // not asked in this instant yet
    [InlineData(60, true, 120)]
    [InlineData(61, true, 120)]
    [InlineData(600, false, 600)]
    public void What_is_unforeseen_is_asked_in_the_minute_that_comes_next(int now, bool isOver, int next) =>
        Assert.Equal(Start.AddSeconds(next), Foresight.Soon(Start, Start.AddSeconds(now), isOver));
}
