using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Orrery.Services.S3.Operations.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>
/// Inventories, and configurations of which a bucket has many. Sources: S3 user guide, "Amazon S3 Inventory list",
/// "Locating your inventory list"; S3 API Reference.
/// </summary>
public sealed class ReportTests
{
    private const string Target = "the-reports";
    private readonly Shop _shop = new(versioned: true);

    public ReportTests()
    {
        _shop.Make(Target);
        _shop.Let(Target, "s3.amazonaws.com");
    }

    [Fact]
    public void An_inventory_of_current_objects_comes_at_midnight_with_its_manifest()
    {
        _shop.Put("a/1", "12345");
        _shop.Put("a/ü", "1");
        _shop.Put("b", "1");
        Inventory(Daily() with
        {
            Filter = new() { Prefix = "a/" },
            OptionalFields = [InventoryOptionalField.StorageClass, InventoryOptionalField.Size],
        });
        _shop.Days(0.9);
        Assert.Empty(_shop.KeysOf(Target));
        _shop.Days(0.2);
        var keys = _shop.KeysOf(Target);
        Assert.Equal(4, keys.Count);
        var manifest = _shop.BytesOf(Target, "in/a-bucket/one/2026-01-02T00-00Z/manifest.json");
        using var json = JsonDocument.Parse(manifest);
        Assert.Equal("Bucket, Key, Size, StorageClass", json.RootElement.GetProperty("fileSchema").GetString());
        var file = json.RootElement.GetProperty("files")[0];
        var data = _shop.BytesOf(Target, file.GetProperty("key").GetString()!);
        Assert.Equal(file.GetProperty("size").GetInt64(), data.Length);
        Assert.Equal(file.GetProperty("MD5checksum").GetString(), Md5(data));
        Assert.Equal(
            "\"a-bucket\",\"a/1\",\"5\",\"STANDARD\"\n\"a-bucket\",\"a/%C3%BC\",\"1\",\"STANDARD\"\n", Unpacked(data));
        Assert.Equal(
            Md5(manifest), Text(_shop.BytesOf(Target, "in/a-bucket/one/2026-01-02T00-00Z/manifest.checksum")));
        Assert.Equal(
            $"s3://{Target}/{file.GetProperty("key").GetString()}",
            Text(_shop.BytesOf(Target, "in/a-bucket/one/hive/dt=2026-01-02-00-00/symlink.txt")));
        _shop.Days(2);
        Assert.Equal(12, _shop.KeysOf(Target).Count);
    }

    [Fact]
    public void An_inventory_of_all_versions_tells_the_latest_and_markers()
    {
        _shop.Put("k", "1");
        _shop.Put("k", "12");
        _shop.Delete("k");
        var all = Enum.GetValues<InventoryOptionalField>();
        Inventory(Daily() with { IncludedObjectVersions = InventoryIncludedObjectVersions.All, OptionalFields = all });
        _shop.Days(1);
        var data = Unpacked(_shop.BytesOf(
            Target, _shop.KeysOf(Target).Single(static key => key.EndsWith(".csv.gz", StringComparison.Ordinal))));
        var lines = data.TrimEnd().Split('\n').Select(static line => line.Split(',')).ToList();
        Assert.Equal(["\"true\"", "\"false\"", "\"false\""], lines.Select(static line => line[3]));
        Assert.Equal(["\"true\"", "\"false\"", "\"false\""], lines.Select(static line => line[4]));
        Assert.Equal(["\"\"", "\"2\"", "\"1\""], lines.Select(static line => line[5]));
        Assert.All(lines, line => Assert.Equal(5 + all.Length, line.Length));
    }

    [Fact]
    public void Weekly_ones_come_on_Sundays_and_what_is_off_or_not_let_in_never_comes()
    {
        Inventory(Daily() with { Schedule = new() { Frequency = InventoryFrequency.Weekly } });
        _shop.Days(2.9);
        Assert.Empty(_shop.KeysOf(Target));
        // The fourth of January 2026 is a Sunday.
        _shop.Days(0.2);
        Assert.Equal(3, _shop.KeysOf(Target).Count);
        Inventory(Daily() with { IsEnabled = false });
        _shop.Days(9);
        Assert.Equal(3, _shop.KeysOf(Target).Count);
        Inventory(Daily());
        _shop.Let(Target, "logging.s3.amazonaws.com");
        _shop.Days(1);
        Assert.Equal(3, _shop.KeysOf(Target).Count);
    }

    [Fact]
    public void What_cannot_be_delivered_is_refused()
    {
        var rig = _shop.Rig;
        Assert.Equal("NotImplemented", Refused(With(InventoryFormat.Parquet)));
        Assert.Equal("NotImplemented", Refused(With(InventoryFormat.Orc)));
        Assert.Equal("MalformedXML", Refused(Daily() with { Schedule = null }));
        Assert.Equal("InvalidConfigurationId", Refused(Daily() with { Id = "a b" }));
        Assert.Equal("InvalidS3DestinationBucket", Refused(Daily() with
        {
            Destination = new() { S3BucketDestination = new()
            {
                Bucket = "arn:aws:s3:::not-here", Format = InventoryFormat.Csv,
            } },
        }));
        Assert.Equal("NoSuchConfiguration", rig.Refused(
            new GetBucketInventoryConfiguration(),
            new GetBucketInventoryConfigurationRequest { Bucket = Shop.Bucket, Id = "one" }));
    }

    [Fact]
    public void Inventories_are_told_listed_by_hundreds_and_deleted()
    {
        for (var i = 0; i < 120; i++) Inventory(Daily() with { Id = $"i{i:d3}" });
        var first = Page(null);
        Assert.Equal((100, true), (first.InventoryConfigurationList!.Count, first.IsTruncated));
        var second = Page(first.NextContinuationToken);
        Assert.Equal((20, false), (second.InventoryConfigurationList!.Count, second.IsTruncated));
        Assert.Equal("i100", second.InventoryConfigurationList![0].Id);
        _shop.Rig.Run(
            new DeleteBucketInventoryConfiguration(),
            new DeleteBucketInventoryConfigurationRequest { Bucket = Shop.Bucket, Id = "i007" });
        Assert.Equal("NoSuchConfiguration", _shop.Rig.Refused(
            new DeleteBucketInventoryConfiguration(),
            new DeleteBucketInventoryConfigurationRequest { Bucket = Shop.Bucket, Id = "i007" }));
        Assert.Equal("i008", _shop.Rig.Run(
            new GetBucketInventoryConfiguration(),
            new GetBucketInventoryConfigurationRequest { Bucket = Shop.Bucket, Id = "i008" })
            .InventoryConfiguration!.Id);
        Assert.DoesNotContain(Page(null).InventoryConfigurationList!, static one => one.Id == "i007");
    }

    [Fact]
    public void Analytics_configurations_are_kept_told_and_deleted()
    {
        var rig = _shop.Rig;
        var wanted = new AnalyticsConfiguration
        {
            Id = "a", StorageClassAnalysis = new(), Filter = new() { Prefix = "p" },
        };
        var put = new PutBucketAnalyticsConfigurationRequest
        {
            Bucket = Shop.Bucket, Id = "a", AnalyticsConfiguration = wanted,
        };
        rig.Run(new PutBucketAnalyticsConfiguration(), put);
        Assert.Equal("p", rig.Run(
            new GetBucketAnalyticsConfiguration(),
            new GetBucketAnalyticsConfigurationRequest { Bucket = Shop.Bucket, Id = "a" })
            .AnalyticsConfiguration!.Filter!.Prefix);
        Assert.Single(rig.Run(
            new ListBucketAnalyticsConfigurations(),
            new ListBucketAnalyticsConfigurationsRequest { Bucket = Shop.Bucket }).AnalyticsConfigurationList!);
        var export = wanted with { StorageClassAnalysis = new() { DataExport = new() } };
        Assert.Equal("MalformedXML", rig.Refused(
            new PutBucketAnalyticsConfiguration(), put with { AnalyticsConfiguration = export }));
        Assert.Equal("InvalidArgument", rig.Refused(new PutBucketAnalyticsConfiguration(), put with { Id = "b" }));
        rig.Run(
            new DeleteBucketAnalyticsConfiguration(),
            new DeleteBucketAnalyticsConfigurationRequest { Bucket = Shop.Bucket, Id = "a" });
        Assert.Empty(rig.Run(
            new ListBucketAnalyticsConfigurations(),
            new ListBucketAnalyticsConfigurationsRequest { Bucket = Shop.Bucket }).AnalyticsConfigurationList!);
    }

    private ListBucketInventoryConfigurationsResult Page(string? token) => _shop.Rig.Run(
        new ListBucketInventoryConfigurations(),
        new ListBucketInventoryConfigurationsRequest { Bucket = Shop.Bucket, ContinuationToken = token });

    private void Inventory(InventoryConfiguration wanted) => _shop.Rig.Run(
        new PutBucketInventoryConfiguration(), new PutBucketInventoryConfigurationRequest
        {
            Bucket = Shop.Bucket, Id = wanted.Id, InventoryConfiguration = wanted,
        });

    private string Refused(InventoryConfiguration wanted) => Rig.Refusal(() =>
    {
        Inventory(wanted);
        return null;
    });

    private static InventoryConfiguration Daily() => new()
    {
        Id = "one", IsEnabled = true, IncludedObjectVersions = InventoryIncludedObjectVersions.Current,
        Schedule = new() { Frequency = InventoryFrequency.Daily },
        Destination = new()
        {
            S3BucketDestination = new()
            {
                Bucket = $"arn:aws:s3:::{Target}", Format = InventoryFormat.Csv, Prefix = "in",
            },
        },
    };

    private static InventoryConfiguration With(InventoryFormat format) => Daily() with
    {
        Destination = new() { S3BucketDestination = new() { Bucket = $"arn:aws:s3:::{Target}", Format = format } },
    };

    private static string Unpacked(byte[] data)
    {
        using var stream = new GZipStream(new MemoryStream(data), CompressionMode.Decompress);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Text(byte[] data) => Encoding.UTF8.GetString(data);

    private static string Md5(byte[] data) =>
        Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(data));
}
