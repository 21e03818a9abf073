using CsCheck;
using Orrery.Contracts.Metrics;
using Orrery.Contracts.Stores;
using Orrery.Services.CloudWatch;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Reports;
using Orrery.Services.S3.Ports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>
/// What buckets hold, day by day. Source: S3 user guide, "Amazon S3 daily storage metrics for buckets".
/// </summary>
public sealed class UsageTests
{
    private readonly Shop _shop = new(true, CloudWatchService.Registration);

    [Fact]
    public void A_day_tells_what_there_was_when_it_began()
    {
        _shop.Put("a", "12345");
        Assert.Empty(Days("StandardStorage", 0, 1));
        _shop.Days(1.5);
        _shop.Put("a", "123");
        _shop.Put("b", "1", static request => request with { StorageClass = StorageClass.GlacierIr });
        _shop.Days(1);
        Assert.Equal([5d, 8d, 8d], Days("StandardStorage", 1, 4));
        Assert.Equal([1d], Days("GlacierInstantRetrievalStorage", 2, 3));
        Assert.Equal([1d, 3d], Days("AllStorageTypes", 1, 3, "NumberOfObjects"));
        Assert.Empty(Days("DeepArchiveStorage", 0, 3));
    }

    [Fact]
    public void Transitions_move_bytes_and_expiration_takes_them()
    {
        _shop.Age(Aging.Rule() with
        {
            Transitions = [Aging.To(TransitionStorageClass.StandardIa, 30)],
            Expiration = new() { Days = 60 },
            NoncurrentVersionExpiration = new() { NoncurrentDays = 1 },
        });
        _shop.Put("k", Aging.Large);
        _shop.Days(100);
        var size = (double)Aging.Large.Length;
        Assert.Equal([size, 0], [Days("StandardStorage", 20, 21)[0], Days("StandardStorage", 40, 41)[0]]);
        Assert.Equal([size, 0], [Days("StandardIAStorage", 40, 41)[0], Days("StandardIAStorage", 90, 91)[0]]);
    }

    [Fact]
    public void CloudWatch_reads_them_and_a_bucket_that_is_gone_has_none()
    {
        _shop.Put("k", "12345");
        _shop.Days(3);
        var metric = Id("StandardStorage", "BucketSizeBytes");
        var points = _shop.Rig.Ask(call => call.Port<IMetrics>().Read(
            call, new(metric, "Average", TimeSpan.FromDays(1), Rig.Start.AddDays(1), Rig.Start.AddDays(3))));
        Assert.Equal([5d, 5d], points.Select(static point => point.Value));
        _shop.Delete("k", _shop.Versions().Versions![0].VersionId);
        _shop.Rig.Run(new DeleteBucket(), new DeleteBucketRequest { Bucket = Shop.Bucket });
        _shop.Make(Shop.Bucket);
        Assert.Empty(Days("StandardStorage", 0, 3));
    }

    // S3 user guide, "Amazon S3 metrics and dimensions" (StorageType), "How S3 Intelligent-Tiering works".
    [Fact]
    public void Tiers_of_INTELLIGENT_TIERING_are_told_apart_and_charged_for()
    {
        _shop.Rig.Run(new PutBucketIntelligentTieringConfiguration(), new()
        {
            Bucket = Shop.Bucket, Id = "t",
            IntelligentTieringConfiguration = new()
            {
                Id = "t", Status = IntelligentTieringStatus.Enabled,
                Tierings = [new() { AccessTier = IntelligentTieringAccessTier.ArchiveAccess, Days = 120 }],
            },
        });
        _shop.Put("k", Aging.Large, static request => request with { StorageClass = StorageClass.IntelligentTiering });
        _shop.Put("small", "1", static request => request with { StorageClass = StorageClass.IntelligentTiering });
        _shop.Days(95);
        _shop.Note(_shop.Visit("GetObject", "GET", "k") with { StorageClass = "INTELLIGENT_TIERING" });
        _shop.Days(230);
        var size = (double)Aging.Large.Length;
        double[] On(int day) =>
        [
            Of("FA", day), Of("IA", day), Of("AIA", day), Of("AA", day), Of("DAA", day),
        ];
        Assert.Equal([size + 1, 0, 0, 0, 0], On(30));
        Assert.Equal([1, size, 0, 0, 0], On(31));
        Assert.Equal([1, 0, size, 0, 0], On(92));
        Assert.Equal([size + 1, 0, 0, 0, 0], On(97));
        Assert.Equal([1, size, 0, 0, 0], On(128));
        Assert.Equal([1, 0, 0, size, 0], On(220));
        var used = _shop.Rig.Ask(call => call.Port<IStoreUses>().Read(
            call, call.Scope, DateOnly.FromDateTime(Rig.Start.AddDays(220).DateTime),
            DateOnly.FromDateTime(Rig.Start.AddDays(220).DateTime)).ToList());
        Assert.Equal(
            [("INTELLIGENT_TIERING", 86_400d), ("INTELLIGENT_TIERING:ARCHIVE_ACCESS", (size + 32768) * 86_400),
             ("STANDARD", 8192 * 86_400d)],
            used.Select(static one => (one.StorageClass, one.Amount)).OrderBy(static one => one.StorageClass));

        double Of(string tier, int day) => Days($"IntelligentTiering{tier}Storage", day, day + 1).FirstOrDefault();
    }

    // Whatever was put, copied, deleted and moved: the total is the sum over the versions that there are.
    [Fact]
    public void Totals_are_those_of_the_versions_that_there_are() => Gen
        .Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[1, 9]).Array[1, 25].Sample(
            static steps =>
            {
                var shop = new Shop(versioned: true);
                foreach (var (what, which, size) in steps)
                {
                    var key = $"k{which}";
                    if (what == 0) shop.Version((BucketVersioningStatus)(size % 2));
                    else if (what == 1) shop.Delete(key);
                    else if (what == 2 && shop.Versions().Versions is { Count: > 0 } some)
                        shop.Delete(some[size % some.Count].Key!, some[size % some.Count].VersionId);
                    else shop.Put(key, new string('x', size));
                }

                shop.Days(1);
                var all = shop.Versions();
                var total = Days(shop, "StandardStorage", 1, 2);
                return (total.Count == 0 ? 0 : total[0]) == all.Versions!.Sum(static version => version.Size ?? 0)
                    && Days(shop, "AllStorageTypes", 1, 2, "NumberOfObjects").FirstOrDefault()
                        == all.Versions!.Count + (all.DeleteMarkers?.Count ?? 0);
            },
            iter: 60);

    private List<double> Days(string type, int from, int to, string metric = "BucketSizeBytes") =>
        Days(_shop, type, from, to, metric);

    private static List<double> Days(Shop shop, string type, int from, int to, string metric = "BucketSizeBytes") =>
        shop.Rig.Ask(call => call.PortsOf<IMetricSource>().Single(static source => source is StorageMetrics)
            .Read(call, Id(type, metric), Rig.Start.AddDays(from), Rig.Start.AddDays(to))
            .Select(static sample => sample.Sum).ToList());

    private static MetricId Id(string type, string metric) =>
        new("AWS/S3", metric, [new("BucketName", Shop.Bucket), new("StorageType", type)]);
}
