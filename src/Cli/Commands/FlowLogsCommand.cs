using System.CommandLine;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery flow-logs</c>: which there are, and what they have delivered.</summary>
internal static class FlowLogsCommand
{
    public static Command Create(Globals globals)
    {
        var command = new Command("flow-logs", "The flow logs of the world, and the records that they have delivered")
        {
            ShowOne(globals),
        };
        globals.Run(command, ListAsync);
        return command;
    }

    private static Command ShowOne(Globals globals)
    {
        var world = Globals.World();
        var id = new Argument<string>("id") { Description = "fl-…" };
        var since = new Option<string?>("--since") { Description = "Only what came since", HelpName = "INSTANT" };
        var quiet = new Option<bool>("--nodata") { Description = "Also NODATA records: intervals without traffic" };
        var command = new Command("show", "The records that a flow log has delivered") { id, since, quiet, world };
        globals.Run(command, world, async run =>
        {
            var query = new List<string>();
            if (run.Parsed.GetValue(since) is { } text)
                query.Add("since=" + Uri.EscapeDataString(Instants.Format(Instants.Parse(text))));
            if (run.Parsed.GetValue(quiet)) query.Add("nodata=true");
            var path = $"{AdminPaths.FlowLogs}/{Uri.EscapeDataString(run.Parsed.GetRequiredValue(id))}"
                + (query.Count == 0 ? "" : "?" + string.Join('&', query));
            var log = await run.Orrery.GetAsync(path, AdminJson.Default.FlowLogView, run.Stop);
            run.Answer(log, AdminJson.Default.FlowLogView, screen => Show(screen, log));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<int> ListAsync(Run run)
    {
        var logs = await run.Orrery.GetAsync(AdminPaths.FlowLogs, AdminJson.Default.FlowLogItemArray, run.Stop);
        run.Answer(logs, AdminJson.Default.FlowLogItemArray, screen =>
        {
            if (logs.Length == 0)
            {
                screen.Line("[grey]There are no flow logs. `aws ec2 create-flow-logs` makes one.[/]");
                return;
            }

            var table = new TextTable(screen, "flow log", "watches", "traffic", "publishes to", "account", "region");
            foreach (var log in logs)
                table.Row(
                    Screen.Text(log.Id), Screen.Text(log.ResourceId), Screen.Text(log.Traffic),
                    Screen.Text(log.Destination), Screen.Text(log.Account), Screen.Text(log.Region));
            table.ShowOn(screen);
        });
        return ExitCodes.Ok;
    }

    // Records are for other programs too: every line is written as it is, whatever the width of the screen.
    private static void Show(Screen screen, FlowLogView log)
    {
        screen.Plain(log.ResourceId is { } resource ? $"# {log.Id} of {resource}" : $"# {log.Id}, which is deleted");
        if (log.Format is { } format) screen.Plain($"# {format}");
        string? place = null;
        foreach (var line in log.Records)
        {
            if (line.Place != place) screen.Plain($"# {place = line.Place}");
            screen.Plain(line.Record);
        }

        if (log.Records.Count == 0) screen.Plain("# nothing was delivered yet");
        if (log.NextDelivery is not { } next) return;
        var wait = next > log.Now ? $"ends in {Durations.Format(next - log.Now)}: `orrery clock advance`" : "has ended";
        screen.Plain($"# {log.Waiting} more wait; their interval {wait}");
    }
}
