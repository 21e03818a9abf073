using System.CommandLine;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery send</c>: a flow through the networks, for flow logs to have.</summary>
internal static class SendCommand
{
    private sealed record Options(
        Argument<string> Source,
        Argument<string> Destination,
        Option<int?> Port,
        Option<int?> SourcePort,
        Option<string> Protocol,
        Option<long?> Packets,
        Option<long?> Bytes,
        Option<long?> ReplyPackets,
        Option<long?> ReplyBytes,
        Option<string?> Duration,
        Option<int?> Count);

    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var where = new PlaceOptions();
        var options = MakeOptions();
        var command = new Command("send", "Send a flow: what becomes of it now, and which flow logs will have it")
        {
            options.Source, options.Destination, options.Port, options.SourcePort, options.Protocol, options.Packets,
            options.Bytes, options.ReplyPackets, options.ReplyBytes, options.Duration, options.Count,
            where.Region, where.Account, world,
        };
        globals.Run(command, world, async run =>
        {
            var sent = await run.Orrery.PostAsync(
                where.Query(run, AdminPaths.Send), BodyOf(run.Parsed, options),
                AdminJson.Default.SendRequest, AdminJson.Default.SentView, run.Stop);
            run.Answer(sent, AdminJson.Default.SentView, screen => Show(screen, sent));
            return sent.Arrived == sent.Flows ? ExitCodes.Ok : ExitCodes.No;
        });
        return command;
    }

    private static Options MakeOptions()
    {
        const string EndHelp = "i-…, eni-…, an address, or `internet`";
        return new(
            new("source") { Description = "Who sends: " + EndHelp },
            new("destination") { Description = "To whom: " + EndHelp },
            new("--port", "-p") { Description = "Destination port; for ICMP the type", HelpName = "PORT" },
            new("--source-port") { Description = "Source port [default: an ephemeral one]", HelpName = "PORT" },
            new("--protocol")
            {
                Description = "tcp, udp, icmp, or a number",
                DefaultValueFactory = static _ => "tcp",
                HelpName = "PROTOCOL",
            },
            new("--packets") { Description = "Packets of a flow [default: 1]", HelpName = "N" },
            new("--bytes") { Description = "Bytes of a flow [default: packets without content]", HelpName = "N" },
            new("--reply-packets") { Description = "Packets that come back [default: as many]", HelpName = "N" },
            new("--reply-bytes") { Description = "Bytes that come back", HelpName = "N" },
            new("--duration") { Description = "How long a flow takes, e.g. 10s [default: 0s]", HelpName = "TIME" },
            new("--count") { Description = "Flows, each from a port of its own [default: 1]", HelpName = "N" });
    }

    private static SendRequest BodyOf(ParseResult parsed, Options options) => new(
        parsed.GetRequiredValue(options.Source),
        parsed.GetRequiredValue(options.Destination),
        parsed.GetValue(options.Port),
        parsed.GetValue(options.Protocol),
        parsed.GetValue(options.SourcePort),
        parsed.GetValue(options.Packets),
        parsed.GetValue(options.Bytes),
        parsed.GetValue(options.ReplyPackets),
        parsed.GetValue(options.ReplyBytes),
        parsed.GetValue(options.Duration),
        parsed.GetValue(options.Count));

    private static void Show(Screen screen, SentView sent)
    {
        var flows = sent.Flows == 1 ? "1 flow" : $"{sent.Flows} flows";
        screen.Line(sent.Arrived == sent.Flows
            ? $"[bold green]✔ {flows} arrived[/]  {Screen.Text(sent.Trace.Flow)}"
            : $"[bold red]✘ {sent.Arrived} of {flows} arrived[/]  {Screen.Text(sent.Trace.Flow)}");
        if (!sent.Trace.Reachable)
            screen.Line($"[red]{Screen.Text(sent.Trace.Why.Text)}[/] [grey]{Screen.Text(sent.Trace.Why.Code)}[/]");
        if (sent.Seen.Count == 0)
        {
            screen.Line("[grey]No interface saw it.[/]");
            return;
        }

        var table = new TextTable(screen, "seen by", "direction", "action", "packet", "in flow log", "by");
        foreach (var seen in sent.Seen)
        {
            var colour = seen.Action == "REJECT" ? "red" : "green";
            table.Row(
                Screen.Text(seen.Component), Screen.Text(seen.Direction),
                $"[{colour}]{Screen.Text(seen.Action ?? "-")}[/]", Screen.Text(seen.Packet),
                Screen.Text(seen.FlowLogs.Count == 0 ? "-" : string.Join(' ', seen.FlowLogs)),
                seen.Due is { } due ? Instants.Format(due) : "-");
        }

        table.ShowOn(screen);
    }
}
