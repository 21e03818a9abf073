using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Output;

/// <summary>Shows the way of a packet, a line a hop.</summary>
internal static class HopList
{
    /// <summary>Writes it below a heading.</summary>
    public static void Show(Screen screen, string heading, IReadOnlyList<HopView> hops)
    {
        screen.Line();
        screen.Line($"[bold]{heading}[/]");
        var (kinds, names) = (Widest(hops, hop => hop.Kind), Widest(hops, hop => hop.Component));
        for (var i = 0; i < hops.Count; i++)
        {
            var hop = hops[i];
            var (sign, colour) = hop.Passed ? ("↓", "green") : ("✘", "red");
            var code = hop.Code is null ? "" : $" [grey]{Screen.Text(hop.Code)}[/]";
            screen.Line($"  [grey]{i + 1,2}[/] [{colour}]{sign}[/] [grey]{Screen.Text(hop.Kind.PadRight(kinds))}[/] "
                + $"[bold]{Screen.Text(hop.Component.PadRight(names))}[/] {Screen.Text(hop.Text)}{code}");
        }
    }

    private static int Widest(IReadOnlyList<HopView> hops, Func<HopView, string> of) =>
        hops.Count == 0 ? 0 : hops.Max(hop => of(hop).Length);
}
