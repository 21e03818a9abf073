using Orrery.Host.Admin.Shapes;

namespace Orrery.Host.Drawing;

/// <summary>Draws a statistic of a metric: a line that breaks where periods have no value.</summary>
internal static class ChartPainter
{
    private const int Width = 900;
    private const int Height = 320;
    private const string LineStyle = "stroke=\"#1864ab\" stroke-width=\"2\" stroke-linejoin=\"round\"";
    private const string GridStyle = "stroke=\"#e3e6ea\" stroke-width=\"1\"";
    private const string DotStyle = "fill=\"#1864ab\"";
    private static readonly Box Area = new(70, 50, Width - 90, Height - 90);

    /// <summary>The picture as SVG.</summary>
    public static string Paint(ChartView chart)
    {
        var svg = new Svg(Width, Height);
        svg.Text(new(20, 24), TextSize.Cut(chart.Title, 15, Width - 40), 15, Style.Bold);
        var period = Admin.Durations.Format(TimeSpan.FromSeconds(chart.Period));
        svg.Text(new(20, 42), $"{chart.Statistic} over {period}, UTC", 11, Style.Soft);
        var values = Ticks.Values(
            chart.Points.Select(point => point.Value).DefaultIfEmpty(0).Min(),
            chart.Points.Select(point => point.Value).DefaultIfEmpty(1).Max(),
            5);
        Axes(svg, chart, values);
        if (chart.Points.Count == 0) svg.Text(new(Area.MidX, Area.MidY), "no data", 14, Style.Centre);
        svg.Open("series", "series", $"{chart.Title} {chart.Statistic}");
        foreach (var run in Runs(chart))
            Draw(svg, [.. run.Select(point => Place(chart, point, values))]);
        svg.Close();
        return svg.End();
    }

    /// <summary>Points that follow one another without a period between them.</summary>
    public static IEnumerable<IReadOnlyList<ChartPoint>> Runs(ChartView chart)
    {
        var run = new List<ChartPoint>();
        foreach (var point in chart.Points)
        {
            if (run.Count > 0 && point.At - run[^1].At > TimeSpan.FromSeconds(chart.Period))
            {
                yield return run;
                run = [];
            }

            run.Add(point);
        }

        if (run.Count > 0) yield return run;
    }

    private static void Draw(Svg svg, List<Spot> spots)
    {
        if (spots.Count == 1)
            svg.Rectangle(new(spots[0].X - 2, spots[0].Y - 2, 4, 4), DotStyle, 2);
        else
            svg.Line(spots, LineStyle);
    }

    private static void Axes(Svg svg, ChartView chart, IReadOnlyList<double> values)
    {
        foreach (var value in values)
        {
            var y = Y(value, values);
            svg.Line([new(Area.X, y), new(Area.Right, y)], GridStyle);
            svg.Text(new(Area.X - 8, y + 4), Ticks.Text(value), 11, Style.Right);
        }

        var range = chart.To - chart.From;
        foreach (var instant in Ticks.Instants(chart.From, chart.To, 9))
        {
            var x = X(chart, instant);
            svg.Line([new(x, Area.Y), new(x, Area.Bottom + 4)], GridStyle);
            svg.Text(new(x, Area.Bottom + 18), Ticks.Text(instant, range), 11, Style.Centre);
        }
    }

    private static Spot Place(ChartView chart, ChartPoint point, IReadOnlyList<double> values) =>
        new(X(chart, point.At), Y(point.Value, values));

    private static int X(ChartView chart, DateTimeOffset at) =>
        Area.X + (int)Math.Round((at - chart.From) / (chart.To - chart.From) * Area.Width);

    private static int Y(double value, IReadOnlyList<double> values) =>
        Area.Bottom - (int)Math.Round((value - values[0]) / (values[^1] - values[0]) * Area.Height);
}
