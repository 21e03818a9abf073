using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Delivering;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules.Reports;

/// <summary>Writes inventories: some thousand objects a call and file, then the manifest. Source: S3 user guide,
/// "Locating your inventory list".</summary>
internal static class InventoryFiles
{
    private const int MostAtOnce = 5000;

    /// <summary>Writes the next file of a report, or its end.</summary>
    /// <returns>The report as it goes on; null where it is done.</returns>
    public static ReportRecord? Continue(Call call, Place place, InventoryConfiguration wanted, ReportRecord report)
    {
        if (InventoryRules.TargetOf(call, wanted) is not { } target) return null;
        var folder = FolderOf(place, wanted);
        if (!Deliveries.May(call, place, target, $"{folder}/", Deliveries.Service)) return null;
        List<VersionLists.Entry> entries = [.. Entries(call, place, wanted, report)];
        if (entries.Count > 0)
        {
            // What KMS does not encrypt is not delivered: then there is no list of it either.
            if (Data(call, place, target, wanted, entries) is not { } file) return null;
            var last = entries[^1].Version;
            report = report with
            {
                AfterKey = last.Key, AfterVersion = last.VersionId, Files = [.. report.Files, file],
            };
            if (entries.Count == MostAtOnce) return report;
        }

        Finish(call, place, target, wanted, report);
        return null;
    }

    private static ReportFile? Data(
        Call call, Place place, Place target, InventoryConfiguration wanted, List<VersionLists.Entry> entries)
    {
        var text = new StringBuilder();
        foreach (var entry in entries)
            text.Append(InventoryText.Line(call, place, wanted, entry.Version, entry.IsLatest));
        var bytes = Packed(text.ToString());
        var key = $"{FolderOf(place, wanted)}/data/{Uuids.New(call)}.csv.gz";
        var obstacle = Deliveries.Put(call, target, new(key, bytes, "application/x-gzip")
        {
            By = Deliveries.UserOf(place),
            Encryption = InventoryRules.EncryptionOf(wanted),
        });
        return obstacle is not null ? null : new(key, bytes.Length, Convert.ToHexStringLower(MD5.HashData(bytes)));
    }

    private static void Finish(
        Call call, Place place, Place target, InventoryConfiguration wanted, ReportRecord report)
    {
        var folder = FolderOf(place, wanted);
        var at = report.Begun.UtcDateTime;
        var dated = string.Create(CultureInfo.InvariantCulture, $"{folder}/{at:yyyy-MM-dd'T'HH-mm'Z'}");
        var manifest = InventoryText.Manifest(place, wanted, report);
        var links = string.Join('\n', report.Files.Select(file => $"s3://{target.Name}/{file.Key}"));
        Put($"{dated}/manifest.json", manifest, "application/json");
        Put($"{dated}/manifest.checksum",
            Encoding.ASCII.GetBytes(Convert.ToHexStringLower(MD5.HashData(manifest))), "text/plain");
        Put(
            string.Create(CultureInfo.InvariantCulture, $"{folder}/hive/dt={at:yyyy-MM-dd-HH-mm}/symlink.txt"),
            Encoding.UTF8.GetBytes(links), "text/plain");

        void Put(string key, byte[] bytes, string type) => Deliveries.Put(call, target, new(key, bytes, type)
        {
            By = Deliveries.UserOf(place),
            Encryption = InventoryRules.EncryptionOf(wanted),
        });
    }

    private static IEnumerable<VersionLists.Entry> Entries(
        ReadCall call, Place place, InventoryConfiguration wanted, ReportRecord report)
    {
        var order = new ListOrder
        {
            Prefix = wanted.Filter?.Prefix ?? "", After = report.AfterKey, Most = MostAtOnce,
        };
        return InventoryText.IsOfAll(wanted)
            ? VersionLists.Of(call, place, order, report.AfterVersion).Items
            : ObjectLists.Of(call, place, order).Items.Select(static version => new VersionLists.Entry(version, true));
    }

    private static string FolderOf(Place place, InventoryConfiguration wanted)
    {
        var prefix = wanted.Destination!.S3BucketDestination!.Prefix;
        return $"{ReportTargets.FolderOf(prefix)}{place.Name}/{wanted.Id}";
    }

    private static byte[] Packed(string text)
    {
        using var bytes = new MemoryStream();
        using (var packer = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
            packer.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }
}
