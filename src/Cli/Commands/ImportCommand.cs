using System.CommandLine;
using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Cli.Stores;
using Orrery.Kernel.Time;
using Spectre.Console;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery s3 import</c>: a folder into a bucket.</summary>
internal static class ImportCommand
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(100);

    public static Command Create(Globals globals)
    {
        var world = Globals.World();
        var folder = new Argument<string>("folder") { Description = "The folder" };
        var bucket = new Argument<string>("bucket") { Description = "The bucket" };
        var prefix = new Option<string>("--prefix")
        {
            Description = "What keys begin with", DefaultValueFactory = static _ => "",
        };
        var account = new Option<string?>("--account") { Description = "Whose bucket it is" };
        var command = new Command("import", "Bring a folder into a bucket; broken off, it goes on where it was")
        {
            folder, bucket, prefix, account, world,
        };
        globals.Run(command, world, async run =>
        {
            var files = LocalFile.Below(run.Parsed.GetRequiredValue(folder), run.Parsed.GetValue(prefix) ?? "");
            var name = run.Parsed.GetRequiredValue(bucket);
            var store = new StoreClient(run.Orrery, run.Parsed.GetValue(account), name);
            await store.FindAsync(run.Stop);
            ImportTotals totals;
            try
            {
                totals = await RunAsync(run, store, files);
            }
            catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
            {
                throw new CliException("Broken off.", "The same command goes on where it was.");
            }

            run.Answer(totals, CliJson.Default.ImportTotals, screen => screen.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"[green]{totals.DoneFiles:N0} files[/] are in {Screen.Text(name)}, {totals.Skipped:N0} of them were ")
                + "there already"));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static async Task<ImportTotals> RunAsync(Run run, StoreClient store, IReadOnlyList<LocalFile> files)
    {
        var clock = MachineClock.Instance;
        var started = clock.GetTimestamp();
        if (run.Json || !run.Screen.IsTerminal)
            return await new Importer(store, files, static _ => { }).RunAsync(run.Stop);
        ImportTotals? totals = null;
        await run.Screen.LiveAsync(new Text(""), async show =>
        {
            var shown = TimeSpan.Zero - Often;
            totals = await new Importer(store, files, now =>
            {
                var elapsed = clock.GetElapsedTime(started);
                if (elapsed - shown < Often && now.DoneFiles < now.Files) return;
                shown = elapsed;
                show(new Text(ImportLine.Of(now, elapsed)));
            }).RunAsync(run.Stop);
        });
        return totals!;
    }
}
