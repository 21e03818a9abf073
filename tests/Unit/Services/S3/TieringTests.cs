using Orrery.Services.S3.Operations.Objects;
using Orrery.Services.S3.Operations.Reports;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>
/// Archive tiers of INTELLIGENT_TIERING. Source: S3 user guide, "How S3 Intelligent-Tiering works", "Restoring objects
/// from the S3 Intelligent-Tiering Archive Access and Deep Archive Access tiers".
/// </summary>
public sealed class TieringTests
{
    private readonly Shop _shop = new();

    public TieringTests()
    {
        Tier(
            new() { AccessTier = IntelligentTieringAccessTier.ArchiveAccess, Days = 90 },
            new() { AccessTier = IntelligentTieringAccessTier.DeepArchiveAccess, Days = 180 });
        _shop.Put("a/k", Aging.Large, static request => request with
        {
            StorageClass = StorageClass.IntelligentTiering,
        });
        _shop.Put("a/small", "x", static request => request with { StorageClass = StorageClass.IntelligentTiering });
        _shop.Put("b", Aging.Large, static request => request with { StorageClass = StorageClass.IntelligentTiering });
    }

    [Fact]
    public void What_nobody_reads_goes_into_the_archive_tiers_and_has_to_be_restored()
    {
        _shop.Days(89);
        Assert.Null(Head("a/k").ArchiveStatus);
        _shop.Days(1);
        Assert.Equal(ArchiveStatus.ArchiveAccess, Head("a/k").ArchiveStatus);
        Assert.Equal("InvalidObjectState", Rig.Refusal(() => _shop.Read("a/k")));
        _shop.Get("a/small");
        _shop.Get("b");
        _shop.Days(90);
        Assert.Equal(ArchiveStatus.DeepArchiveAccess, Head("a/k").ArchiveStatus);
        Assert.Equal("MalformedXML", Rig.Refusal(() => Restore("a/k", 3)));
        Assert.Equal(202, Restore("a/k", null).Status);
        Assert.Equal("ongoing-request=\"true\"", Head("a/k").Restore);
        _shop.Rig.Advance(TimeSpan.FromHours(12));
        Assert.Null(Head("a/k").Restore);
        Assert.Equal(Aging.Large, _shop.Get("a/k"));
        Assert.Equal("InvalidObjectState", Rig.Refusal(() => Restore("a/k", null)));
        _shop.Days(90);
        Assert.Equal(ArchiveStatus.ArchiveAccess, Head("a/k").ArchiveStatus);
    }

    [Fact]
    public void What_is_read_stays()
    {
        for (var day = 0; day < 200; day += 50)
        {
            _shop.Days(50);
            _shop.Get("a/k");
            _shop.Note(_shop.Visit("GetObject", "GET", "a/k") with { StorageClass = "INTELLIGENT_TIERING" });
        }

        Assert.Null(Head("a/k").ArchiveStatus);
        _shop.Days(90);
        Assert.NotNull(Head("a/k").ArchiveStatus);
    }

    [Fact]
    public void A_configuration_is_checked_told_and_its_effect_goes_with_it()
    {
        Assert.Equal("InvalidArgument", Rig.Refusal(() => Tier(
            new Tiering { AccessTier = IntelligentTieringAccessTier.ArchiveAccess, Days = 89 })));
        Assert.Equal("InvalidArgument", Rig.Refusal(() => Tier(
            new Tiering { AccessTier = IntelligentTieringAccessTier.DeepArchiveAccess, Days = 731 })));
        Assert.Equal("MalformedXML", Rig.Refusal(() => Tier()));
        var rig = _shop.Rig;
        Assert.Equal(2, rig.Run(
            new GetBucketIntelligentTieringConfiguration(),
            new GetBucketIntelligentTieringConfigurationRequest { Bucket = Shop.Bucket, Id = "t" })
            .IntelligentTieringConfiguration!.Tierings!.Count);
        Assert.Single(rig.Run(
            new ListBucketIntelligentTieringConfigurations(),
            new ListBucketIntelligentTieringConfigurationsRequest { Bucket = Shop.Bucket })
            .IntelligentTieringConfigurationList!);
        _shop.Days(100);
        Assert.NotNull(Head("a/k").ArchiveStatus);
        rig.Run(
            new DeleteBucketIntelligentTieringConfiguration(),
            new DeleteBucketIntelligentTieringConfigurationRequest { Bucket = Shop.Bucket, Id = "t" });
        Assert.Null(Head("a/k").ArchiveStatus);
    }

    private HeadObjectResult Head(string key) =>
        _shop.Rig.Run(new HeadObject(), new HeadObjectRequest { Bucket = Shop.Bucket, Key = key });

    private RestoreObjectResult Restore(string key, int? days) => _shop.Rig.Run(
        new RestoreObject(), new RestoreObjectRequest
        {
            Bucket = Shop.Bucket, Key = key, RestoreRequest = new() { Days = days },
        });

    private PutBucketIntelligentTieringConfigurationResult Tier(params Tiering[] tierings) => _shop.Rig.Run(
        new PutBucketIntelligentTieringConfiguration(), new PutBucketIntelligentTieringConfigurationRequest
        {
            Bucket = Shop.Bucket, Id = "t",
            IntelligentTieringConfiguration = new()
            {
                Id = "t", Status = IntelligentTieringStatus.Enabled, Filter = new() { Prefix = "a/" },
                Tierings = tierings,
            },
        });
}
