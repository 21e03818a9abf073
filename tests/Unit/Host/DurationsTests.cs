using CsCheck;
using Orrery.Host.Admin;

namespace Orrery.Tests.Host;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("30d", 30 * 86400)]
    [InlineData("1h30m", 5400)]
    [InlineData("1h 30m", 5400)]
    [InlineData("1.5h", 5400)]
    [InlineData("90s", 90)]
    [InlineData("2w", 14 * 86400)]
    [InlineData("0s", 0)]
    public void Durations_are_read_as_people_write_them(string text, double seconds)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromSeconds(seconds), duration);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("d")]
    [InlineData("-1d")]
    [InlineData("1y")]
    [InlineData("1.2.3s")]
    [InlineData("999999999999w")]
    [InlineData("1d;rm")]
    public void Anything_else_is_no_duration(string? text) => Assert.False(Durations.TryParse(text, out _));

    [Fact]
    public void What_is_written_can_be_read_again() =>
        Gen.Long[0, TimeSpan.FromDays(4000).Ticks].Sample(ticks =>
        {
            var duration = TimeSpan.FromMilliseconds(ticks / TimeSpan.TicksPerMillisecond);
            Assert.True(Durations.TryParse(Durations.Format(duration), out var again));
            Assert.InRange((duration - again).TotalHours, 0, 1);
        });

    [Fact]
    public void No_text_whatever_throws() =>
        Gen.String[Gen.Char["0123456789.dhmsw- xé"], 0, 20].Sample(text => { Durations.TryParse(text, out _); });
}
