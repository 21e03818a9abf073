using System.CommandLine;
using Orrery.Cli.Env;
using Orrery.Cli.Output;
using Orrery.Core;
using Orrery.Host.Http;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery env</c>: what to set so that clients of AWS find Orrery. Asks nobody.</summary>
internal static class EnvCommand
{
    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var shell = new Option<string>("--shell")
        {
            Description = "bash (and zsh, sh), fish or pwsh",
            DefaultValueFactory = _ => ShellScript.Guess(globals.Context.Environment),
            HelpName = "SHELL",
        };
        shell.AcceptOnlyFromAmong([.. ShellScript.Shells]);
        var region = new Option<string>("--region") { Description = "Region", DefaultValueFactory = _ => "us-east-1" };
        var account = new Option<string?>("--account") { Description = "Be root of this account (12 digits)" };
        var wrapper = new Option<bool>("--wrapper")
        {
            Description = "Also define `aws` as a function that convinces the aws CLI version 1",
        };
        var command = new Command("env", "What to set so that aws CLI, SDKs and Terraform find Orrery")
        {
            shell, region, account, wrapper, world,
        };
        globals.Run(command, world, run =>
        {
            var (chosen, number) = (run.Parsed.GetRequiredValue(shell), run.Parsed.GetValue(account));
            if (number is not null && !AccountNumber.Is(number))
                throw new CliException($"'{number}' is not an account: it has 12 digits.");
            var variables = ClientVariables.For(EndpointOf(run), number, run.Parsed.GetRequiredValue(region));
            var typed = run.Parsed.Tokens.Select(token => token.Value).Where(token => token != "--wrapper");
            var self = "orrery " + string.Join(' ', typed.Select(Shell.Quote));
            run.Answer(variables, CliJson.Default.DictionaryStringString, _ =>
                run.Context.Out.Write(ShellScript.Write(chosen, variables, run.Parsed.GetValue(wrapper), self)));
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    private static Uri EndpointOf(Run run) =>
        run.World is { } world ? new Uri(run.Endpoint, WorldNames.PathOf(world)) : run.Endpoint;
}
