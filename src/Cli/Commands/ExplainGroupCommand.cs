using System.CommandLine;
using Orrery.Cli.Output;
using Orrery.Host.Admin;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery explain asg</c>: why an Auto Scaling group has the size that it has.</summary>
internal static class ExplainGroupCommand
{
    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var place = new PlaceOptions();
        var name = new Argument<string>("name") { Description = "The Auto Scaling group" };
        var at = new Option<string?>("--at")
        {
            Description = "As it was at this instant (ISO 8601) [default: now]", HelpName = "INSTANT",
        };
        var command = new Command("asg", "Why has an Auto Scaling group this size, and what holds it back?")
        {
            name, at, place.Region, place.Account, world,
        };
        globals.Run(command, world, async run =>
        {
            var path = $"{AdminPaths.ExplainGroup}/{Uri.EscapeDataString(run.Parsed.GetRequiredValue(name))}";
            path = place.Query(run, path);
            if (run.Parsed.GetValue(at) is { } text)
            {
                var instant = Uri.EscapeDataString(Instants.Format(Instants.Parse(text)));
                path += $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}at={instant}";
            }

            var view = await run.Orrery.GetAsync(path, AdminJson.Default.GroupExplanation, run.Stop);
            run.Answer(view, AdminJson.Default.GroupExplanation, screen => GroupText.Show(screen, view));
            return ExitCodes.Ok;
        });
        return command;
    }
}
