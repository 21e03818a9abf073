using System.Globalization;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Host.Drawing;

/// <summary>
/// Draws a simulation: the groups below one another on one time axis, each with its demand and capacity, its CPU
/// utilization and its errors; beside them what it cost. All groups share their scales.
/// </summary>
public static class SimulationPainter
{
    private const int Width = 1200;
    private const int Top = 70;
    private const int Tall = 110;
    private const int Small = 44;
    private const int Gap = 8;
    private const int Band = 24 + Tall + Gap + Small + Gap + Small + 22;
    private const int Left = 70;
    private const int Right = Width - 230;
    private const string Frame = "fill=\"#fbfbfc\" stroke=\"#e3e6ea\"";
    private const string Grid = "stroke=\"#e3e6ea\" stroke-width=\"1\"";
    private const string Demand = "stroke=\"#adb5bd\" stroke-width=\"1.5\"";
    private const string Desired = "stroke=\"#74c0fc\" stroke-width=\"1\" stroke-dasharray=\"3 2\"";
    private const string Capacity = "stroke=\"#1864ab\" stroke-width=\"2\"";
    private const string Cpu = "stroke=\"#e67700\" stroke-width=\"1.5\"";
    private const string Errors = "stroke=\"#c92a2a\" stroke-width=\"1.5\"";

    /// <summary>The picture as SVG.</summary>
    public static string Paint(SimulationView view)
    {
        var svg = new Svg(Width, Top + (view.Groups.Count * Band) + 30);
        svg.Text(new(20, 26), "What Auto Scaling groups make of a load", 16, Style.Bold);
        var lost = view.Lost is null ? "" : $"; {view.Lost}";
        svg.Text(new(20, 44), $"{view.From:yyyy-MM-dd HH:mm} to {view.To:yyyy-MM-dd HH:mm} UTC{lost}", 11, Style.Soft);
        svg.Text(
            new(20, 60), "grey: demand; blue: in service (dashed: desired); orange: CPU; red: errors", 11, Style.Soft);
        var scales = new Scales(
            Most(view, point => point.Demand), Most(view, point => Math.Max(point.InService, point.Desired)),
            Most(view, point => point.Errors));
        for (var place = 0; place < view.Groups.Count; place++)
            Group(svg, view, place, scales);
        var range = view.To - view.From;
        foreach (var instant in Ticks.Instants(view.From, view.To, 9))
        {
            svg.Text(
                new(X(view, instant), Top + (view.Groups.Count * Band) + 8), Ticks.Text(instant, range), 11,
                Style.Centre);
        }

        return svg.End();
    }

    private static void Group(Svg svg, SimulationView view, int place, Scales scales)
    {
        var group = view.Groups[place];
        var y = Top + (place * Band);
        svg.Open("group", $"group-{place}", group.Name);
        svg.Text(new(Left, y + 16), group.Name, 13, Style.Bold);
        var after = Left + Math.Max(120, TextSize.Of(group.Name, 13) + 14);
        svg.Text(
            new(after, y + 16), TextSize.Cut(string.Join("; ", group.Policies), 11, Right - after), 11, Style.Soft);
        var tall = new Box(Left, y + 24, Right - Left, Tall);
        var cpu = new Box(Left, tall.Bottom + Gap, Right - Left, Small);
        var errors = new Box(Left, cpu.Bottom + Gap, Right - Left, Small);
        Panel(svg, view, tall, $"{Ticks.Text(scales.Size)}");
        Panel(svg, view, cpu, "100 %");
        Panel(svg, view, errors, $"{Ticks.Text(Math.Round(scales.Errors))}/s");
        Line(svg, view, (group, point => point.Demand / scales.Demand), tall, Demand);
        Line(svg, view, (group, point => point.Desired / scales.Size), tall, Desired);
        Line(svg, view, (group, point => point.InService / scales.Size), tall, Capacity);
        Line(svg, view, (group, point => point.Cpu / 100), cpu, Cpu);
        Line(svg, view, (group, point => point.Errors / scales.Errors), errors, Errors);
        Figures(svg, group.Total, new(Right + 20, y + 40));
        svg.Close();
    }

    private static void Panel(Svg svg, SimulationView view, Box box, string most)
    {
        svg.Rectangle(box, Frame, 0);
        foreach (var instant in Ticks.Instants(view.From, view.To, 9))
        {
            var x = X(view, instant);
            svg.Line([new(x, box.Y), new(x, box.Bottom)], Grid);
        }

        svg.Text(new(box.X - 6, box.Y + 10), most, 10, Style.Right);
        svg.Text(new(box.X - 6, box.Bottom), "0", 10, Style.Right);
    }

    private static void Line(
        Svg svg, SimulationView view, (SimulatedGroup Group, Func<SimulationPoint, double?> Of) series, Box box,
        string style)
    {
        var spots = new List<Spot>();
        foreach (var point in series.Group.Points)
        {
            if (series.Of(point) is { } share && double.IsFinite(share))
            {
                spots.Add(new(
                    X(view, point.At), box.Bottom - (int)Math.Round(Math.Clamp(share, 0, 1) * box.Height)));
                continue;
            }

            Draw();
        }

        Draw();

        void Draw()
        {
            if (spots.Count > 1) svg.Line(Straightened(spots), style);
            spots.Clear();
        }
    }

    // Points between two of the same height say nothing.
    private static List<Spot> Straightened(List<Spot> spots)
    {
        var kept = new List<Spot>();
        for (var place = 0; place < spots.Count; place++)
        {
            var isInner = place > 0 && place < spots.Count - 1
                && spots[place - 1].Y == spots[place].Y && spots[place + 1].Y == spots[place].Y;
            if (!isInner) kept.Add(spots[place]);
        }

        return kept;
    }

    private static void Figures(Svg svg, SimulationTotal total, Spot at)
    {
        string[] lines =
        [
            $"{Number(total.InstanceHours, "0")} instance hours", $"{Number((double)total.Cost, "0.00")} USD",
            $"{Number(total.Failed * 100, "0.00")} % failed",
            $"CPU {(total.Cpu is { } cpu ? Number(cpu, "0") : "-")} % on average",
            $"{total.Least} to {total.Most} in service", $"{total.Changes} changes",
        ];
        for (var place = 0; place < lines.Length; place++)
            svg.Text(new(at.X, at.Y + (place * 18)), lines[place], 12);
    }

    private static int X(SimulationView view, DateTimeOffset at) =>
        Left + (int)Math.Round((at - view.From) / (view.To - view.From) * (Right - Left));

    private static double Most(SimulationView view, Func<SimulationPoint, double> of)
    {
        var most = view.Groups.SelectMany(group => group.Points).Select(of).DefaultIfEmpty(0).Max();
        return most > 0 ? most : 1;
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private readonly record struct Scales(double Demand, double Size, double Errors);
}
