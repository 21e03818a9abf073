using System.CommandLine;
using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;
using Orrery.Host.Composition;

namespace Orrery.Cli.Commands;

/// <summary>
/// <c>orrery quotas</c>: the limits that are enforced, with AWS's defaults. Asks nobody: the program knows them.
/// </summary>
internal static class QuotasCommand
{
    public static Command Create(Globals globals)
    {
        var command = new Command("quotas", "The limits that are enforced, and AWS's defaults");
        globals.Run(command, run =>
        {
            var quotas = QuotaTable.All();
            run.Answer(quotas, AdminJson.Default.QuotaViewArray, screen => Show(screen, quotas));
            return Task.FromResult(ExitCodes.Ok);
        });
        return command;
    }

    private static void Show(Screen screen, QuotaView[] quotas)
    {
        var table = new TextTable(screen, "service", "code", "limit", "AWS default", "quota");
        foreach (var quota in quotas)
        {
            table.Row(
                Screen.Text(quota.Service), Screen.Text(quota.Code),
                quota.Limit.ToString(CultureInfo.InvariantCulture),
                quota.Standard.ToString(CultureInfo.InvariantCulture), Screen.Text(quota.Name));
        }

        table.ShowOn(screen);
        screen.Line("[grey]Another limit: orrery up --quota CODE=LIMIT[/]");
    }
}
