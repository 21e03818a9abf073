using System.Globalization;
using Orrery.Cli.Output;
using Orrery.Contracts.Stores;
using Orrery.Host.Admin;
using Orrery.Host.Admin.Shapes;

namespace Orrery.Cli.Commands;

/// <summary>What a bucket is charged for, as a table.</summary>
internal static class BillTable
{
    private const double Gigabyte = 1L << 30;
    private const double Hour = 3600;

    /// <summary>Asks for it and shows it.</summary>
    public static async Task<int> ShowAsync(Run run, PlaceOptions where, string bucket, string? since)
    {
        var path = where.Explicit(
            run, AdminPaths.StoreUses, ("bucket", bucket), ("since", since), ("region", where.Usual(run)));
        var uses = await run.Orrery.GetAsync(path, AdminJson.Default.StoreUseViewArray, run.Stop);
        run.Answer(uses, AdminJson.Default.StoreUseViewArray, screen =>
        {
            if (uses.Length == 0) screen.Line($"[grey]Nothing of {Screen.Text(bucket)} is charged for.[/]");
            var table = new TextTable(screen, "what", "class", "amount");
            foreach (var use in uses) table.Row(NameOf(use.Kind), use.StorageClass, AmountOf(use));
            if (uses.Length > 0) table.ShowOn(screen);
        });
        return ExitCodes.Ok;
    }

    private static string NameOf(StoreUseKind kind) => kind switch
    {
        StoreUseKind.StoredByteSeconds => "stored",
        StoreUseKind.WriteRequests => "PUT, COPY, POST, LIST requests",
        StoreUseKind.ReadRequests => "GET and other requests",
        StoreUseKind.RestoreRequests => "restores",
        StoreUseKind.TransitionRequests => "transitions into the class",
        StoreUseKind.RetrievedBytes => "retrieved",
        StoreUseKind.DownloadedBytes => "downloaded",
        StoreUseKind.UploadedBytes => "uploaded",
        _ => "deleted early",
    };

    private static string AmountOf(StoreUseView use) => use.Kind switch
    {
        StoreUseKind.StoredByteSeconds or StoreUseKind.EarlyDeletedByteSeconds =>
            (use.Amount / Gigabyte / Hour).ToString("N6", CultureInfo.InvariantCulture) + " GiB-hours",
        StoreUseKind.RetrievedBytes or StoreUseKind.DownloadedBytes or StoreUseKind.UploadedBytes =>
            use.Amount.ToString("N0", CultureInfo.InvariantCulture) + " bytes",
        _ => use.Amount.ToString("N0", CultureInfo.InvariantCulture),
    };
}
