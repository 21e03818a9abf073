using System.Globalization;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;
using Orrery.Host.Drawing;

namespace Orrery.Cli.Output;

/// <summary>A simulation as a person sees it: one line of bars for each thing, the groups below one another.</summary>
internal static class SimulationText
{
    private const int Label = 12;
    private const int Scale = 16;
    private const int Narrowest = 28;
    private const int Widest = 168;

    /// <summary>Shows it.</summary>
    public static void Show(Screen screen, SimulationView view, int width)
    {
        var columns = Math.Clamp(width - Label - Scale, Narrowest, Widest);
        var step = Durations.Format(TimeSpan.FromSeconds(view.Step));
        screen.Line(
            $"[bold]{Instants.Format(view.From)} to {Instants.Format(view.To)}[/] [grey]every {step}; on a fork, the "
                + "world is as it was[/]");
        if (view.Lost is { } lost) screen.Line($"[red]{Screen.Text(lost)}[/]");
        var most = new Scales(view);
        foreach (var group in view.Groups)
        {
            var policies = Screen.Text(string.Join("; ", group.Policies));
            screen.Line($"[bold]{Screen.Text(group.Name)}[/]  [grey]{policies}[/]");
            Line(screen, "demand", [.. group.Points.Select(p => (double?)p.Demand)], ("grey", most.Demand, "/s"));
            Line(screen, "in service", [.. group.Points.Select(p => (double?)p.InService)], ("blue", most.Size, ""));
            Line(screen, "CPU", [.. group.Points.Select(p => p.Cpu)], ("yellow", 100, " %"));
            Line(screen, "errors", [.. group.Points.Select(p => (double?)p.Errors)], ("red", most.Errors, "/s"));
            Line(screen, "cost", [.. group.Points.Select(p => (double?)p.Cost)], ("green", most.Cost, " USD"));
        }

        screen.Line(new string(' ', Label) + $"[grey]{TimeAxis.Line(view.From, view.To, columns)}[/]");
        Totals(screen, view);

        void Line(Screen on, string name, double?[] values, (string Colour, double Most, string Unit) scale) => on.Line(
            $"{name.PadRight(Label)}[{scale.Colour}]{Sparks.Line(values, columns, scale.Most)}[/] "
                + $"[grey]0–{Ticks.Text(Math.Round(scale.Most, 2))}{scale.Unit}[/]");
    }

    private static void Totals(Screen screen, SimulationView view)
    {
        var table = new TextTable(
            screen, "group", "instance hours", "cost", "failed", "CPU", "in service", "changes");
        foreach (var (name, total) in view.Groups.Select(group => (group.Name, group.Total)))
        {
            var failed = (total.Failed * 100).ToString("0.00", CultureInfo.InvariantCulture) + " %";
            table.Row(
                Screen.Text(name), Number(total.InstanceHours, "0"), $"{Number((double)total.Cost, "0.00")} USD",
                total.Failed > 0.001 ? $"[red]{failed}[/]" : $"[green]{failed}[/]",
                total.Cpu is { } cpu ? $"{Number(cpu, "0")} %" : "-", $"{total.Least} to {total.Most}",
                $"{total.Changes}");
        }

        table.ShowOn(screen);
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    // All groups share their scales, so that they can be compared by sight.
    private readonly struct Scales(SimulationView view)
    {
        public double Demand { get; } = Most(view, point => point.Demand);

        public double Size { get; } = Most(view, point => point.InService);

        public double Errors { get; } = Most(view, point => point.Errors);

        public double Cost { get; } = Most(view, point => (double)point.Cost);

        private static double Most(SimulationView view, Func<SimulationPoint, double> of) =>
            view.Groups.SelectMany(group => group.Points).Select(of).DefaultIfEmpty(0).Max();
    }
}
