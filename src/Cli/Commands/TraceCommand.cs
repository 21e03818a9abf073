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
        Argument<string?> Source,
        Argument<string?> Destination,
        ReachQuestionOptions Open,
        Option<string?> Port,
        Option<int?> SourcePort,
        Option<string?> Protocol,
        Option<string?> Region,
        Option<string?> Account,
        Option<bool> Remedies);

    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var options = MakeOptions();
        var command = new Command("trace", "Does a packet arrive, and its answer come back? Hop by hop, with reasons")
        {
            options.Source, options.Destination, options.Open.From, options.Open.To,
            options.Port, options.SourcePort, options.Protocol,
            options.Region, options.Account, options.Remedies, world,
        };
        command.Validators.Add(result =>
        {
            var (from, to) = (result.GetValue(options.Open.From), result.GetValue(options.Open.To));
            if (from is null != to is null || (from is null && result.GetValue(options.Destination) is null))
                result.AddError("It needs a source and a destination, or --from and --to.");
        });
        globals.Run(command, world, async run =>
        {
            if (options.Open.AreGiven(run.Parsed))
                return await AskAsync(run, options);
            var trace = await run.Orrery.GetAsync(PathOf(run, options), AdminJson.Default.TraceView, run.Stop);
            var remedies = run.Parsed.GetValue(options.Remedies);
            run.Answer(trace, AdminJson.Default.TraceView, screen => Show(screen, trace, remedies));
            return trace.Reachable ? ExitCodes.Ok : ExitCodes.No;
        });
        return command;
    }

    // What gets through is found with 0, as a flow that works is.
    private static async Task<int> AskAsync(Run run, Options options)
    {
        var reach = await run.Orrery.GetAsync(OpenPathOf(run, options), AdminJson.Default.ReachView, run.Stop);
        run.Answer(reach, AdminJson.Default.ReachView, screen => ReachFindings.Show(screen, reach));
        return reach.Reachable ? ExitCodes.Ok : ExitCodes.No;
    }

    private static Options MakeOptions()
    {
        const string EndHelp = "i-…, eni-…, an address, or `internet`";
        var protocol = new Option<string?>("--protocol")
        {
            Description = "tcp, udp, icmp, or -1: all three have to work [default: tcp; with --from and --to any]",
            HelpName = "PROTOCOL",
        };
        return new(
            new("source") { Description = "Where the packet starts: " + EndHelp, Arity = ArgumentArity.ZeroOrOne },
            new("destination") { Description = "Where it is to arrive: " + EndHelp, Arity = ArgumentArity.ZeroOrOne },
            ReachQuestionOptions.Make(),
            new("--port", "-p")
            {
                Description = "Destination port; with none or any, all ports have to work (which do: --from and --to)",
                HelpName = "PORT",
            },
            new("--source-port")
            {
                Description = "Source port [default: 50000, and told where other ports fare otherwise]",
                HelpName = "PORT",
            },
            protocol,
            new("--region") { Description = "Region whose networks addresses mean [default: AWS_REGION]" },
            new("--account") { Description = "Account whose networks addresses mean" },
            new("--remedies") { Description = "If it does not arrive, show the smallest changes that would help" });
    }

    private static string PathOf(Run run, Options options)
    {
        var parsed = run.Parsed;
        return AdminPaths.Trace + "?" + Query(
            ("source", parsed.GetValue(options.Source)),
            ("destination", parsed.GetValue(options.Destination)),
            ("protocol", parsed.GetValue(options.Protocol) ?? "tcp"),
            ("port", PortOf(run, options)),
            ("sourcePort", Number(parsed.GetValue(options.SourcePort))),
            ("region", parsed.GetValue(options.Region) ?? AnyOf(run, "AWS_REGION", "AWS_DEFAULT_REGION")),
            ("account", parsed.GetValue(options.Account)),
            ("remedies", parsed.GetValue(options.Remedies) ? "true" : null));
    }

    private static string OpenPathOf(Run run, Options options)
    {
        var parsed = run.Parsed;
        if (parsed.GetValue(options.Source) is not null || parsed.GetValue(options.SourcePort) is not null)
            throw new CliException("--from and --to take the place of a source, a destination and --source-port.");
        return AdminPaths.Reach + "?" + Query(
            ("from", parsed.GetValue(options.Open.From)),
            ("to", parsed.GetValue(options.Open.To)),
            ("protocol", parsed.GetValue(options.Protocol)),
            ("port", PortOf(run, options)),
            ("region", parsed.GetValue(options.Region) ?? AnyOf(run, "AWS_REGION", "AWS_DEFAULT_REGION")),
            ("account", parsed.GetValue(options.Account)));
    }

    private static string Query(params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var query = new List<string>();
        foreach (var (name, value) in parameters)
            if (value is not null) query.Add($"{name}={Uri.EscapeDataString(value)}");
        return string.Join('&', query);
    }

    private static string? PortOf(Run run, Options options) =>
        run.Parsed.GetValue(options.Port) is { } port && port != "any" ? port : null;

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
        if (trace.Partly is { } partly) screen.Line($"[yellow]In part: {Screen.Text(partly)}[/]");
        screen.Line();
        if (trace.Reachable) return;
        // The reasons below the first are the hops, which are shown already.
        screen.Line($"[red]{Screen.Text(trace.Why.Text)}[/] [grey]{Screen.Text(trace.Why.Code)}[/]");
        if (remedies) ReasonTree.ShowRemedies(screen, trace.Remedies);
        else screen.Line("[grey]--remedies shows what would help.[/]");
    }
}
