using System.CommandLine;
using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery trace</c>: whether a packet arrives and its answer comes back, hop by hop, and why not.</summary>
internal static class TraceCommand
{
    private sealed record Options(
        Argument<string> Source,
        Argument<string> Destination,
        Option<int?> Port,
        Option<int?> SourcePort,
        Option<string> Protocol,
        Option<string?> Region,
        Option<string?> Account,
        Option<bool> Remedies);

    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var options = MakeOptions();
        var command = new Command("trace", "Does a packet arrive, and its answer come back? Hop by hop, with reasons")
        {
            options.Source, options.Destination, options.Port, options.SourcePort, options.Protocol,
            options.Region, options.Account, options.Remedies, world,
        };
        globals.Run(command, world, async run =>
        {
            var trace = await run.Orrery.GetAsync(PathOf(run, options), AdminJson.Default.TraceView, run.Stop);
            var remedies = run.Parsed.GetValue(options.Remedies);
            run.Answer(trace, AdminJson.Default.TraceView, screen => Show(screen, trace, remedies));
            return trace.Reachable ? ExitCodes.Ok : ExitCodes.No;
        });
        return command;
    }

    private static Options MakeOptions()
    {
        const string EndHelp = "i-…, eni-…, an address, or `internet`";
        var protocol = new Option<string>("--protocol")
        {
            Description = "tcp, udp, icmp, or -1 for all",
            DefaultValueFactory = static _ => "tcp",
            HelpName = "PROTOCOL",
        };
        return new(
            new("source") { Description = "Where the packet starts: " + EndHelp },
            new("destination") { Description = "Where it is to arrive: " + EndHelp },
            new("--port", "-p") { Description = "Destination port; none means all of them", HelpName = "PORT" },
            new("--source-port") { Description = "Source port [default: any ephemeral port]", HelpName = "PORT" },
            protocol,
            new("--region") { Description = "Region whose networks addresses mean [default: AWS_REGION]" },
            new("--account") { Description = "Account whose networks addresses mean" },
            new("--remedies") { Description = "If it does not arrive, show the smallest changes that would help" });
    }

    private static string PathOf(Run run, Options options)
    {
        var parsed = run.Parsed;
        var query = new List<string>();
        Add("source", parsed.GetRequiredValue(options.Source));
        Add("destination", parsed.GetRequiredValue(options.Destination));
        Add("protocol", parsed.GetValue(options.Protocol));
        Add("port", Number(parsed.GetValue(options.Port)));
        Add("sourcePort", Number(parsed.GetValue(options.SourcePort)));
        Add("region", parsed.GetValue(options.Region) ?? AnyOf(run, "AWS_REGION", "AWS_DEFAULT_REGION"));
        Add("account", parsed.GetValue(options.Account));
        Add("remedies", parsed.GetValue(options.Remedies) ? "true" : null);
        return AdminPaths.Trace + "?" + string.Join('&', query);

        void Add(string name, string? value)
        {
            if (value is not null) query.Add($"{name}={Uri.EscapeDataString(value)}");
        }
    }

    private static string? AnyOf(Run run, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (run.Variable(name) is { } value) return value;
        return null;
    }

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static void Show(Screen screen, TraceView trace, bool remedies)
    {
        screen.Line(trace.Reachable
            ? $"[bold green]✔ reachable[/]  {Screen.Text(trace.Flow)}"
            : $"[bold red]✘ not reachable[/]  {Screen.Text(trace.Flow)}");
        HopList.Show(screen, "There", trace.Forward);
        if (trace.Return.Count > 0) HopList.Show(screen, "And back", trace.Return);
        screen.Line();
        if (trace.Reachable) return;
        // The reasons below the first are the hops, which are shown already.
        screen.Line($"[red]{Screen.Text(trace.Why.Text)}[/] [grey]{Screen.Text(trace.Why.Code)}[/]");
        if (remedies) ReasonTree.ShowRemedies(screen, trace.Remedies);
        else screen.Line("[grey]--remedies shows what would help.[/]");
    }
}
