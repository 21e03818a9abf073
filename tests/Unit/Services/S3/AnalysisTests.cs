using System.Text;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>
/// The export of storage class analysis. Source: S3 user guide, "Amazon S3 analytics – Storage Class Analysis",
/// "Exported file layout".
/// </summary>
public sealed class AnalysisTests
{
    private const string Target = "the-reports";
    private const string File = "out/data/a.csv";
    private readonly Shop _shop = new();

    public AnalysisTests()
    {
        _shop.Make(Target);
        _shop.Let(Target, "s3.amazonaws.com");
    }

    [Fact]
    public void A_file_comes_each_day_after_the_first_with_the_columns_that_AWS_names()
    {
        Export(new() { Prefix = "p/" });
        _shop.Put("p/large", Aging.Large);
        _shop.Put("p/small", "1");
        _shop.Put("q", Aging.Large);
        _shop.Note(
            _shop.Visit("PutObject", "PUT", "p/large") with { BytesReceived = Aging.Large.Length },
            _shop.Visit("GetObject", "GET", "p/large") with { BytesSent = Aging.Large.Length },
            _shop.Visit("GetObject", "GET", "p/small") with { BytesSent = 1 },
            _shop.Visit("GetObject", "GET", "q") with { BytesSent = Aging.Large.Length });
        _shop.Days(0.9);
        Assert.Empty(_shop.KeysOf(Target));
        _shop.Days(0.2);
        var lines = Lines();
        Assert.Equal(
            "Date,ConfigId,Filter,StorageClass,ObjectAge,ObjectCount,DataUploaded_MB,Storage_MB,DataRetrieved_MB,"
            + "GetRequestCount,CumulativeAccessRatio,ObjectAgeForSIATransition,RecommendedObjectAgeForSIATransition",
            lines[0]);
        var size = Megabytes(Aging.Large.Length);
        Assert.Equal($"01-01-2026,a,p/,STANDARD,000-014,1,{size},{size},{size},1,1,,", lines[1]);
        Assert.StartsWith($"01-01-2026,a,p/,STANDARD,ALL,2,{size},", lines[2]);
        Assert.Equal(3, lines.Count);
        _shop.Days(1);
        Assert.Equal(5, Lines().Count);
        Assert.Equal([File], _shop.KeysOf(Target));
    }

    [Fact]
    public void Objects_go_from_one_age_group_to_the_next()
    {
        Export();
        _shop.Put("k", Aging.Large);
        _shop.Days(31.5);
        var ages = Lines().Skip(1).Select(static line => line.Split(',')[4]).ToList();
        Assert.Equal(15, ages.Count(static age => age == "000-014"));
        Assert.Equal(15, ages.Count(static age => age == "015-029"));
        Assert.Equal(1, ages.Count(static age => age == "030-044"));
        Assert.Equal(31, ages.Count(static age => age == "ALL"));
        Assert.Equal("ALL", ages[^1]);
    }

    [Theory]
    [InlineData(false, "30", "30")]
    [InlineData(true, "", "")]
    public void What_nobody_reads_is_recommended_for_STANDARD_IA(bool isRead, string age, string recommended)
    {
        Export();
        _shop.Put("k", Aging.Large);
        for (var day = 0; day < 60; day++)
        {
            _shop.Days(1);
            if (isRead) _shop.Note(_shop.Visit("GetObject", "GET", "k") with { BytesSent = Aging.Large.Length });
        }

        _shop.Days(0.5);
        Assert.Equal((age, recommended), (Last()[11], Last()[12]));

        string[] Last() => Lines()[^1].Split(',');
    }

    [Fact]
    public void An_export_that_cannot_be_is_refused_and_one_that_is_deleted_ends()
    {
        Assert.Equal("InvalidS3DestinationBucket", Rig.Refusal(() => Export(bucket: "not-here")));
        Export();
        _shop.Put("k", "1");
        _shop.Days(1.5);
        Assert.Equal([File], _shop.KeysOf(Target));
        _shop.Delete("k");
        _shop.Rig.Run(
            new DeleteBucketAnalyticsConfiguration(),
            new DeleteBucketAnalyticsConfigurationRequest { Bucket = Shop.Bucket, Id = "a" });
        var before = Lines();
        _shop.Days(3);
        Assert.Equal(before, Lines());
        _shop.Rig.Run(new DeleteBucket(), new DeleteBucketRequest { Bucket = Shop.Bucket });
    }

    private static string Megabytes(long bytes) =>
        (bytes / 1048576d).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);

    private List<string> Lines() =>
        [.. Encoding.UTF8.GetString(_shop.BytesOf(Target, File)).TrimEnd().Split('\n')];

    private PutBucketAnalyticsConfigurationResult Export(AnalyticsFilter? filter = null, string bucket = Target) =>
        _shop.Rig.Run(new PutBucketAnalyticsConfiguration(), new PutBucketAnalyticsConfigurationRequest
        {
            Bucket = Shop.Bucket, Id = "a",
            AnalyticsConfiguration = new()
            {
                Id = "a", Filter = filter,
                StorageClassAnalysis = new()
                {
                    DataExport = new()
                    {
                        OutputSchemaVersion = StorageClassAnalysisSchemaVersion.V1,
                        Destination = new()
                        {
                            S3BucketDestination = new()
                            {
                                Format = AnalyticsS3ExportFileFormat.Csv, Bucket = $"arn:aws:s3:::{bucket}",
                                Prefix = "out",
                            },
                        },
                    },
                },
            },
        });
}
