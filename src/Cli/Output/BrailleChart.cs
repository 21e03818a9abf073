using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;
using Orrery.Host.Drawing;

namespace Orrery.Cli.Output;

/// <summary>A chart of text: braille dots, two by four a letter, with axes and a legend.</summary>
internal static class BrailleChart
{
    private const int Rows = 12;
    private const int DotsDown = 4;
    private const int DotsAcross = 2;
    private const int Narrowest = 20;
    private const int Widest = 160;
    private const char Blank = '\u2800';

    // Which bit of a braille letter is which of its dots: columns of four, the last row apart.
    private static readonly int[,] Bits = { { 0x01, 0x02, 0x04, 0x40 }, { 0x08, 0x10, 0x20, 0x80 } };

    /// <summary>The lines, at most so wide.</summary>
    public static IReadOnlyList<string> Draw(ChartView chart, int width)
    {
        var period = Durations.Format(TimeSpan.FromSeconds(chart.Period));
        var title = $"{chart.Title}  {chart.Statistic} over {period}";
        if (chart.Points.Count == 0)
            return [title, $"no data since {Instants.Format(chart.From)}"];
        var (least, most) = (chart.Points.Min(point => point.Value), chart.Points.Max(point => point.Value));
        var ticks = Ticks.Values(least, most, 3);
        var labels = ticks.ToDictionary(tick => RowOf(tick, ticks), Ticks.Text);
        var margin = labels.Values.Max(label => label.Length);
        var columns = Math.Clamp(width - margin - 2, Narrowest, Widest);
        var dots = Dots(chart, ticks, columns);
        var lines = new List<string> { title };
        for (var row = 0; row < Rows; row++)
        {
            var label = labels.GetValueOrDefault(row, "");
            var letters = Enumerable.Range(0, columns).Select(column => (char)(Blank + dots[column, row]));
            lines.Add($"{label.PadLeft(margin)} {(label.Length > 0 ? '┤' : '│')}{string.Concat(letters)}");
        }

        lines.Add(new string(' ', margin) + " └" + new string('─', columns));
        lines.Add(new string(' ', margin + 2) + TimeAxis.Line(chart.From, chart.To, columns));
        var last = chart.Points[^1];
        lines.Add(
            $"least {Ticks.Text(least)}  greatest {Ticks.Text(most)}  last {Ticks.Text(last.Value)} at"
            + $" {Instants.Format(last.At)}  {chart.Points.Count} points");
        return lines;
    }

    private static int[,] Dots(ChartView chart, IReadOnlyList<double> ticks, int columns)
    {
        var dots = new int[columns, Rows];
        (int X, int Y)? before = null;
        DateTimeOffset? at = null;
        foreach (var point in chart.Points)
        {
            var share = (point.At - chart.From) / (chart.To - chart.From);
            var x = Math.Clamp((int)(share * columns * DotsAcross), 0, (columns * DotsAcross) - 1);
            var y = DotOf(point.Value, ticks);
            var follows = at is { } last && point.At - last <= TimeSpan.FromSeconds(chart.Period);
            Line(dots, follows && before is { } from ? from : (x, y), (x, y));
            (before, at) = ((x, y), point.At);
        }

        return dots;
    }

    private static void Line(int[,] dots, (int X, int Y) from, (int X, int Y) to)
    {
        var steps = Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        for (var step = 0; step <= steps; step++)
        {
            var share = steps == 0 ? 0 : (double)step / steps;
            var x = (int)Math.Round(from.X + (share * (to.X - from.X)));
            var y = (int)Math.Round(from.Y + (share * (to.Y - from.Y)));
            dots[x / DotsAcross, y / DotsDown] |= Bits[x % DotsAcross, y % DotsDown];
        }
    }

    /// <summary>How many dots from the top.</summary>
    private static int DotOf(double value, IReadOnlyList<double> ticks)
    {
        const int Dots = Rows * DotsDown;
        var share = (value - ticks[0]) / (ticks[^1] - ticks[0]);
        return Math.Clamp((int)Math.Round((1 - share) * (Dots - 1)), 0, Dots - 1);
    }

    private static int RowOf(double value, IReadOnlyList<double> ticks) => DotOf(value, ticks) / DotsDown;
}
