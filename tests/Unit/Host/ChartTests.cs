using System.Xml.Linq;
using CsCheck;
using Orrery.Host.Admin.Shapes;
using Orrery.Host.Drawing;

namespace Orrery.Tests.Unit.Host;

public sealed class ChartTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_line_breaks_where_periods_have_no_value()
    {
        var points = new[] { 0, 1, 2, 5, 7, 8 }.Select(i => new ChartPoint(Start.AddMinutes(i), i * 100)).ToList();
        var chart = new ChartView("a <b> & c", "Sum", 60, Start, Start.AddMinutes(10), points);
        Assert.Equal([3, 1, 2], ChartPainter.Runs(chart).Select(run => run.Count));
        var svg = XDocument.Parse(ChartPainter.Paint(chart));
        var series = svg.Descendants().Single(e => e.Attribute("id")?.Value == "series");
        Assert.Equal(2, series.Elements().Count(e => e.Name.LocalName == "polyline"));
        Assert.Equal(1, series.Elements().Count(e => e.Name.LocalName == "rect"));
        Assert.Contains("no data", ChartPainter.Paint(chart with { Points = [] }));
    }

    [Fact]
    public void Ticks_span_their_range_and_are_few() =>
        Gen.Select(Gen.Double[-1e9, 1e9], Gen.OneOf(Gen.Double[0, 1e9], Gen.Double[0, 1e-6])).Sample((least, more) =>
        {
            var ticks = Ticks.Values(least, least + more, 5);
            Assert.InRange(ticks.Count, 2, 8);
            Assert.True(ticks[0] <= least && ticks[^1] >= least + more);
        });

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.25, "0.25")]
    [InlineData(1500, "1500")]
    [InlineData(25_000, "25k")]
    [InlineData(-2.5e6, "-2.5M")]
    public void A_number_on_an_axis_is_short(double value, string expected) =>
        Assert.Equal(expected, Ticks.Text(value));
}
