using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Orrery.Cli.Commands;
using Orrery.Cli.Output;

namespace Orrery.Cli;

/// <summary>The <c>orrery</c> command.</summary>
public static class CommandLine
{
    /// <summary>How long open requests may take once the user wants to end.</summary>
    private static readonly TimeSpan GraceAtTheEnd = TimeSpan.FromSeconds(10);

    /// <summary>Runs what was typed.</summary>
    /// <returns>0 done or yes, 1 no, 2 failed, 3 no Orrery answers.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CliContext context)
    {
        var parsed = Create(context).Parse(arguments);
        if (parsed.Action is ParseErrorAction complaint) complaint.ShowHelp = false;
        var code = await parsed.InvokeAsync(new()
        {
            Output = context.Out,
            Error = context.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = GraceAtTheEnd,
        });
        // Who asks for help need not have typed the rest.
        if (parsed.Errors.Count == 0 || parsed.Action is HelpAction or HelpWithExamples) return code;
        var screen = Screen.ForComplaints(context);
        screen.Line($"[grey]hint:[/] {Screen.Text(PathOf(parsed.CommandResult.Command))} --help");
        return ExitCodes.Failed;
    }

    private static RootCommand Create(CliContext context)
    {
        var globals = new Globals(context);
        var root = new RootCommand("Orrery: a working model of AWS on this machine. You hold the crank.")
        {
            UpCommand.Create(globals),
            EnvCommand.Create(globals),
            DoctorCommand.Create(globals),
            ClockCommand.Create(globals),
            WorldCommand.Create(globals),
            ResetCommand.Create(globals),
            TraceCommand.Create(globals),
            ResolveCommand.Create(globals),
            ExplainCommand.Create(globals),
            WhoCanCommand.Create(globals),
            SendCommand.Create(globals),
            FlowLogsCommand.Create(globals),
            LogsCommand.Create(globals),
            OutboxCommand.Create(globals),
            OnPremisesCommand.Create(globals),
            IssuerCommand.Create(globals),
            CapacityCommand.Create(globals),
            SpotCommand.Create(globals),
            ImpairCommand.Create(globals),
            FailCommand.Create(globals),
            LoadCommand.Create(globals),
            SimulateCommand.Create(globals),
            TopCommand.Create(globals),
            TopologyCommand.Create(globals),
            ChartCommand.Create(globals),
            S3Command.Create(globals),
            CoverageCommand.Create(globals),
            QuotasCommand.Create(globals),
            LabCommand.Create(globals),
            globals.Endpoint,
            globals.Json,
        };
        foreach (var option in root.Options)
            if (option is HelpOption { Action: HelpAction help }) option.Action = new HelpWithExamples(help, context);
        return root;
    }

    private static string PathOf(Command command)
    {
        var names = new List<string>();
        for (Symbol? at = command; at is Command; at = at.Parents.FirstOrDefault())
            names.Insert(0, at is RootCommand ? "orrery" : at.Name);
        return string.Join(' ', names);
    }
}
