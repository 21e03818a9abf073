using System.CommandLine;
using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary><c>orrery s3</c>: what buckets hold, by storage class over time; filling them.</summary>
internal static class S3Command
{
    private static readonly string[] Types =
    [
        "StandardStorage", "ReducedRedundancyStorage", "StandardIAStorage", "OneZoneIAStorage",
        "IntelligentTieringFAStorage", "IntelligentTieringIAStorage", "IntelligentTieringAIAStorage",
        "IntelligentTieringAAStorage", "IntelligentTieringDAAStorage", "GlacierInstantRetrievalStorage",
        "GlacierStorage", "DeepArchiveStorage",
    ];

    public static Command Create(Globals globals) => new("s3", "See what buckets hold over time; fill them")
    {
        Usage(globals), ImportCommand.Create(globals),
    };

    private static Command Usage(Globals globals)
    {
        var world = Globals.World();
        var where = new PlaceOptions();
        var bucket = new Argument<string>("bucket") { Description = "The bucket" };
        var since = new Option<string>("--since")
        {
            Description = "How far back", DefaultValueFactory = static _ => "30d", HelpName = "DURATION",
        };
        var bill = new Option<bool>("--bill") { Description = "What is charged for, instead of a chart" };
        var command = new Command("usage", "Draw the bytes of a bucket by storage class, day by day")
        {
            bucket, since, bill, where.Region, where.Account, world,
        };
        globals.Run(command, world, async run =>
        {
            var name = run.Parsed.GetRequiredValue(bucket);
            if (!await BucketCheck.IsKnownAsync(run, where, name, run.Parsed.GetValue(since)))
            {
                run.Answer([], CliJson.Default.ChartViewArray, screen => BucketCheck.Say(screen, name));
                return ExitCodes.No;
            }

            if (run.Parsed.GetValue(bill))
                return await BillTable.ShowAsync(run, where, name, run.Parsed.GetValue(since));
            var charts = new List<ChartView>();
            foreach (var type in Types)
            {
                var path = PathOf(run, where, $"BucketName={name},StorageType={type}", run.Parsed.GetValue(since));
                var chart = await run.Orrery.GetAsync(path, AdminJson.Default.ChartView, run.Stop);
                if (chart.Points.Any(static point => point.Value > 0)) charts.Add(chart with { Title = type });
            }

            run.Answer([.. charts], CliJson.Default.ChartViewArray, screen => Show(screen, run, name, charts));
            return ExitCodes.Ok;
        });
        return command;
    }

    private static void Show(Screen screen, Run run, string bucket, List<ChartView> charts)
    {
        if (charts.Count == 0)
        {
            screen.Line($"[grey]No day has begun with bytes in {Screen.Text(bucket)}.[/]");
            return;
        }

        foreach (var chart in charts)
        {
            foreach (var line in BrailleChart.Draw(chart, run.Context.Width)) screen.Plain(line);
            screen.Plain("");
        }

        var table = new TextTable(screen, "class", "bytes", "day");
        foreach (var chart in charts)
        {
            var last = chart.Points[^1];
            table.Row(
                chart.Title,
                last.Value.ToString("N0", CultureInfo.InvariantCulture),
                last.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        table.ShowOn(screen);
    }

    private static string PathOf(Run run, PlaceOptions where, string dimensions, string? since)
    {
        return where.Explicit(
            run, AdminPaths.Chart, ("namespace", "AWS/S3"), ("metric", "BucketSizeBytes"),
            ("dimensions", dimensions), ("statistic", "Average"), ("period", "86400"), ("since", since),
            ("region", where.Usual(run)));
    }
}
