using System.CommandLine;
using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery who-can</c>: who may do something, and which statement lets them.</summary>
internal static class WhoCanCommand
{
    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var place = new PlaceOptions();
        var action = new Argument<string>("action") { Description = "For example sqs:SendMessage" };
        var resource = new Argument<string?>("resource")
        {
            Description = "The ARN [default: *, an action without a resource]", Arity = ArgumentArity.ZeroOrOne,
        };
        var given = new Option<string[]>("--context")
        {
            Description = "What the request is taken to say, for example aws:SourceIp=203.0.113.7; may be repeated",
            HelpName = "KEY=VALUE",
        };
        var command = new Command("who-can", "Who may do this, over all principals, and what lets them?")
        {
            action, resource, given, place.Region, place.Account, world,
        };
        globals.Run(command, world, async run =>
        {
            var path = AdminPaths.WhoCan + $"?action={Uri.EscapeDataString(run.Parsed.GetRequiredValue(action))}"
                + $"&resource={Uri.EscapeDataString(run.Parsed.GetValue(resource) ?? "*")}"
                + string.Concat((run.Parsed.GetValue(given) ?? []).Select(Pair))
                + place.Explicit(run, "").Replace('?', '&');
            var view = await run.Orrery.GetAsync(path, AdminJson.Default.WhoCanView, run.Stop);
            run.Answer(view, AdminJson.Default.WhoCanView, screen => Show(screen, view));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static string Pair(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? $"&context.{Uri.EscapeDataString(text[..equals])}={Uri.EscapeDataString(text[(equals + 1)..])}"
            : throw new CliException($"'{text}' is not KEY=VALUE.", "orrery who-can --help");
    }

    private static void Show(Screen screen, WhoCanView view)
    {
        if (view.Principals.Count == 0)
        {
            screen.Line($"[grey]Nobody may {Screen.Text(view.Action)} on {Screen.Text(view.Resource)}.[/]");
            return;
        }

        var table = new TextTable(screen, "principal", "by", "policy", "statement", "line");
        foreach (var holder in view.Principals)
        {
            table.Row(
                Screen.Text(holder.Principal), Screen.Text(holder.By), Screen.Text(holder.Policy ?? ""),
                Screen.Text(holder.Statement ?? ""), holder.Line?.ToString(CultureInfo.InvariantCulture) ?? "");
        }

        table.ShowOn(screen);
    }
}
