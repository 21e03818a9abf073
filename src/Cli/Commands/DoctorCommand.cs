using System.CommandLine;
using Orrery.Cli.Doctor;
using Orrery.Cli.Output;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery doctor</c>: what stands in the way of clients.</summary>
internal static class DoctorCommand
{
    public static Command Create(Globals globals)
    {
        var command = new Command("doctor", "Look for what stands in the way: port, world file, variables, clients");
        globals.Run(command, async run =>
        {
            var findings = await new Examination(run).RunAsync();
            run.Answer(findings, CliJson.Default.FindingArray, screen => Show(screen, findings));
            return Array.Exists(findings, finding => finding.Verdict == Verdict.Bad) ? ExitCodes.No : ExitCodes.Ok;
        });
        return command;
    }

    private static void Show(Screen screen, Finding[] findings)
    {
        var width = findings.Max(finding => finding.Check.Length);
        foreach (var finding in findings)
        {
            var sign = finding.Verdict switch
            {
                Verdict.Good => "[green]✔[/]",
                Verdict.Note => "[yellow]![/]",
                _ => "[red]✘[/]",
            };
            screen.Line($"{sign} [bold]{Screen.Text(finding.Check.PadRight(width))}[/]  {Screen.Text(finding.Text)}");
            if (finding.Advice is not null)
                screen.Line($"  {new string(' ', width)}  [cyan]{Screen.Text(finding.Advice)}[/]");
        }
    }
}
