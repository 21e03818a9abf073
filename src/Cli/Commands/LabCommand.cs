using System.CommandLine;
using System.Diagnostics;
using Orrery.Cli.Env;
using Orrery.Cli.Labs;
using Orrery.Cli.Output;
using Orrery.Host.Admin;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery lab</c>: lists the labs, shows a page, runs a script against the running Orrery.</summary>
internal static class LabCommand
{
    public static Command Create(Globals globals)
    {
        var number = new Argument<string?>("number")
        {
            Description = "The lab, e.g. 02; none lists them",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var read = new Option<bool>("--read") { Description = "Show its page instead of running it" };
        var command = new Command("lab", "Guided experiments with unmodified clients") { number, read };
        globals.Run(command, async run =>
        {
            var labs = LabShelf.All(run.Context.Environment);
            if (labs.Length == 0)
                throw new CliException(
                    "There are no labs here.", "They are in the repository: run this in a clone of it.");
            if (run.Parsed.GetValue(number) is not { } wanted) return List(run, labs);
            var lab = Array.Find(labs, lab => lab.Number.TrimStart('0') == wanted.TrimStart('0'))
                ?? throw new CliException($"There is no lab {wanted}.", "`orrery lab` lists them.");
            if (!run.Parsed.GetValue(read)) return await RunAsync(run, lab);
            run.Screen.Plain(await File.ReadAllTextAsync(lab.Page, run.Stop));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static int List(Run run, Lab[] labs)
    {
        run.Answer(labs, CliJson.Default.LabArray, screen =>
        {
            foreach (var lab in labs)
                screen.Line($"[bold]{Screen.Text(lab.Number)}[/]  {Screen.Text(lab.Title)}");
            screen.Line("[grey]orrery lab NN runs one; --read shows its page.[/]");
        });
        return ExitCodes.Ok;
    }

    private static async Task<int> RunAsync(Run run, Lab lab)
    {
        await run.Orrery.GetAsync(AdminPaths.Health, AdminJson.Default.HealthView, run.Stop);
        if (ClientTools("bash", run) is not { } bash)
            throw new CliException("The labs are bash scripts, and there is no bash on the PATH.");
        var start = new ProcessStartInfo(bash) { WorkingDirectory = lab.Directory };
        start.ArgumentList.Add(lab.Script);
        var variables = ClientVariables.For(run.Endpoint, null, "us-east-1");
        foreach (var (name, value) in variables) start.Environment[name] = value;
        foreach (var name in ClientVariables.ToRemove) start.Environment.Remove(name);
        start.Environment["ORRERY"] = run.Variable("ORRERY") ?? Program(run);
        start.Environment["ORRERY_ENDPOINT"] = run.Endpoint.ToString().TrimEnd('/');
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync(run.Stop);
        return process.ExitCode;
    }

    /// <summary>
    /// How a script calls this program: the launcher, the native binary, or the starter beside the assembly.
    /// </summary>
    private static string Program(Run run)
    {
        if (run.Variable("ORRERY_ROOT") is { } root) return Path.Combine(root, "orrery");
        var process = Environment.ProcessPath ?? "orrery";
        return Path.GetFileNameWithoutExtension(process) == "dotnet"
            ? Path.Combine(AppContext.BaseDirectory, "orrery")
            : process;
    }

    private static string? ClientTools(string name, Run run) => Doctor.ClientTools.Find(name, run.Context.Environment);
}
