using System.CommandLine;
using Orrery.Cli.Output;
using Orrery.Host.Admin;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery explain denied</c>: why a call was denied, and what would let it pass.</summary>
internal static class ExplainDeniedCommand
{
    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var id = new Argument<string?>("request-id")
        {
            Description = "The request id of the answer; without one, the last that were denied",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("denied", "Why was this call denied, and what would let it pass?") { id, world };
        globals.Run(command, world, run =>
            run.Parsed.GetValue(id) is { } wanted ? ShowAsync(run, wanted) : ListAsync(run));
        return command;
    }

    private static async Task<int> ShowAsync(Run run, string id)
    {
        var path = $"{AdminPaths.Denied}/{Uri.EscapeDataString(id)}";
        var denial = await run.Orrery.GetAsync(path, AdminJson.Default.DenialView, run.Stop);
        run.Answer(denial, AdminJson.Default.DenialView, screen =>
        {
            screen.Line($"[bold]{Screen.Text(denial.Operation)}[/]  [grey]{Screen.Text(denial.Principal)} "
                + $"{Screen.Text(denial.Account)}/{Screen.Text(denial.Region)}[/]");
            screen.Show(ReasonTree.Of(denial.Why!, good: false));
            ReasonTree.ShowRemedies(screen, denial.Remedies!);
        });
        return ExitCodes.Ok;
    }

    private static async Task<int> ListAsync(Run run)
    {
        var denials = await run.Orrery.GetAsync(AdminPaths.Denied, AdminJson.Default.DenialViewArray, run.Stop);
        run.Answer(denials, AdminJson.Default.DenialViewArray, screen =>
        {
            if (denials.Length == 0)
            {
                screen.Line("[grey]No call was denied since the start.[/]");
                return;
            }

            var table = new TextTable(screen, "at", "request id", "operation", "principal");
            foreach (var denial in denials)
            {
                table.Row(
                    Screen.Text(Instants.Format(denial.At)), Screen.Text(denial.RequestId),
                    Screen.Text(denial.Operation), Screen.Text(denial.Principal));
            }

            table.ShowOn(screen);
        });
        return ExitCodes.Ok;
    }
}
