using Orrery.Host;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Output;

/// <summary>What <c>orrery up</c> says once it is ready.</summary>
internal static class Welcome
{
    /// <summary>Writes it.</summary>
    public static void Show(Screen screen, HealthView health, HostOptions options)
    {
        screen.Line($"[bold]Orrery[/] {Screen.Text(health.Version)}  [grey]a working model of AWS[/]");
        screen.Line();
        Row("endpoint", $"[bold green]{Screen.Text(health.Endpoint)}[/]");
        Row("world", $"[bold]{Screen.Text(health.World)}[/]  [grey]{Kept(health)}[/]");
        Row("account", $"{Screen.Text(health.Account)}  [grey]{Keys(health)}[/]");
        Row("seed", $"{health.Seed}");
        var delays = health.Delays == "aws" ? "what AWS documents" : "no time";
        Row("clock", $"{Instants.Format(health.Clock.Now)}  [grey]{health.Clock.Mode}, transitions take {delays}[/]");
        screen.Line();
        var env = "orrery env" + At(options, health);
        screen.Line($"  In another shell: [cyan]eval \"$({env})\"[/]   then: [cyan]aws ec2 describe-vpcs[/]");
        screen.Line("  [grey]Trouble? orrery doctor.  Ctrl-C ends.[/]");
        screen.Line();
        screen.Line("[green]Ready.[/]");

        void Row(string name, string value) => screen.Line($"  [grey]{name,-9}[/] {value}");
    }

    private static string Kept(HealthView health) =>
        health.Store == "memory" ? "in memory: gone when this ends" : Screen.Text("in " + health.Store);

    private static string Keys(HealthView health) => health.Strict
        ? "unknown access keys are refused"
        : "for every access key that is not known; 12 digits are that account's root";

    private static string At(HostOptions options, HealthView health) =>
        options.Port == HostOptions.DefaultPort ? "" : " --endpoint " + Screen.Text(health.Endpoint);
}
