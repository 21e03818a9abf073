using System.CommandLine;
using Orrery.Cli.Output;
using Orrery.Host;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery up</c>: starts, says so, runs until it is told to end.</summary>
internal static class UpCommand
{
    public static Command Create(Globals globals)
    {
        var options = new UpOptions();
        var command = new Command("up", "Start, and run until Ctrl-C");
        options.AddTo(command);
        globals.Run(command, async run =>
        {
            var chosen = options.Read(run);
            try
            {
                await using var server = await OrreryServer.StartAsync(chosen, run.Context.OpenOutput());
                if (chosen.Log != LogFormat.Json) Welcome.Show(run.Screen, await server.HealthAsync(), chosen);
                await run.Context.Out.FlushAsync(run.Stop);
                await OrreryServer.RunAsync(run.Stop);
                if (chosen.Log != LogFormat.Json) run.Screen.Line("[grey]The world is put away. Good-bye.[/]");
                return ExitCodes.Ok;
            }
            catch (StartException problem)
            {
                throw new CliException(problem.Message, problem.Hint);
            }
        });
        return command;
    }
}
