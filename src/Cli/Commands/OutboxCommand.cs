using System.CommandLine;
using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery outbox</c>: the e-mail and text messages of the world, which never leave it.</summary>
internal static class OutboxCommand
{
    public static Command Create(Globals globals)
    {
        var command = new Command("outbox", "The e-mail and text messages of the world: they never leave it")
        {
            ShowOne(globals),
        };
        globals.Run(command, ListAsync);
        return command;
    }

    private static Command ShowOne(Globals globals)
    {
        var world = Globals.World();
        var number = new Argument<long>("number") { Description = "Its number, as `orrery outbox` lists it" };
        var link = new Option<bool>("--link") { Description = "Only the link that confirms or ends a subscription" };
        var command = new Command("show", "One of them") { number, link, world };
        globals.Run(command, world, async run =>
        {
            var path = string.Create(
                CultureInfo.InvariantCulture, $"{AdminPaths.Outbox}/{run.Parsed.GetRequiredValue(number)}");
            var letter = await run.Orrery.GetAsync(path, AdminJson.Default.LetterView, run.Stop);
            var onlyLink = run.Parsed.GetValue(link);
            run.Answer(letter, AdminJson.Default.LetterView, screen =>
            {
                if (onlyLink) screen.Plain(letter.Link ?? "");
                else Show(screen, letter);
            });
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<int> ListAsync(Run run)
    {
        var letters = await run.Orrery.GetAsync(AdminPaths.Outbox, AdminJson.Default.LetterViewArray, run.Stop);
        run.Answer(letters, AdminJson.Default.LetterViewArray, screen =>
        {
            if (letters.Length == 0)
            {
                screen.Line("[grey]The outbox is empty. `aws sns subscribe --protocol email` fills it.[/]");
                return;
            }

            var table = new TextTable(screen, "number", "at", "kind", "to", "subject");
            foreach (var letter in letters)
                table.Row(
                    Screen.Text(letter.Number.ToString(CultureInfo.InvariantCulture)),
                    Screen.Text(Instants.Format(letter.At)), Screen.Text(letter.Kind), Screen.Text(letter.To),
                    Screen.Text(letter.Subject ?? ""));
            table.ShowOn(screen);
        });
        return ExitCodes.Ok;
    }

    // A letter is written as it is, whatever the width of the screen: links must stay whole.
    private static void Show(Screen screen, LetterView letter)
    {
        screen.Plain($"At: {Instants.Format(letter.At)}");
        screen.Plain($"To: {letter.To}");
        if (letter.Subject is { } subject) screen.Plain($"Subject: {subject}");
        screen.Plain("");
        screen.Plain(letter.Body);
        if (letter.Link is { } link && !letter.Body.Contains(link, StringComparison.Ordinal))
            screen.Plain($"\nIf you no longer want these messages: {link}");
    }
}
