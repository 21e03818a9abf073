using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>What lifecycles do, and when. The world begins at midnight; objects are put at half past ten.</summary>
public sealed class LifecycleTests
{
    private static readonly TimeSpan Morning = new(10, 30, 0);

    // S3 user guide, "Lifecycle configuration elements": created on 15 January at 10:30, 3 days: 19 January at 00:00.
    [Fact]
    public void Days_are_counted_from_the_creation_to_the_next_midnight()
    {
        var shop = At(false);
        shop.Age(Aging.Rule() with { Expiration = new() { Days = 3 } });
        var put = shop.Put("a", "x");
        Assert.Equal("expiry-date=\"Mon, 05 Jan 2026 00:00:00 GMT\", rule-id=\"r\"", put.Expiration);
        Assert.Equal(put.Expiration, shop.Read("a").Expiration);
        var head = shop.Rig.Run(new HeadObject(), new HeadObjectRequest { Bucket = Shop.Bucket, Key = "a" });
        Assert.Equal(put.Expiration, head.Expiration);
        shop.Rig.Advance(new TimeSpan(3, 13, 29, 59));
        Assert.Equal("x", shop.Get("a"));
        shop.Rig.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("", shop.Look());
    }

    [Fact]
    public void A_date_holds_for_what_is_there_and_for_what_comes_later()
    {
        var shop = At(false);
        shop.Put("a", "x");
        shop.Age(Aging.Rule() with { Expiration = new() { Date = Rig.Start.AddDays(2) } });
        shop.Days(1);
        Assert.Equal("a:STANDARD!", shop.Look());
        shop.Days(1);
        Assert.Equal("", shop.Look());
        shop.Put("b", "x");
        shop.Days(1);
        Assert.Equal("", shop.Look());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void More_objects_than_one_call_ages_go_on_their_day_all_of_them_and_no_other(bool comesLater)
    {
        var shop = At(false);
        if (!comesLater) shop.Age(Aging.Rule() with { Expiration = new() { Days = 1 } });
        for (var n = 0; n < 1200; n++) shop.Put($"a{n:d4}", "");
        if (comesLater) shop.Age(Aging.Rule() with { Expiration = new() { Days = 1 } });
        shop.Days(1);
        shop.Put("a0000", "again");
        shop.Put("m", "new");
        Assert.Equal(1000, shop.List().KeyCount);
        shop.Days(1);
        Assert.Equal("a0000:STANDARD! m:STANDARD!", shop.Look());
        shop.Days(1);
        Assert.Equal("", shop.Look());
    }

    [Fact]
    public void With_versions_expiring_makes_a_marker_then_the_version_goes_then_the_marker()
    {
        var shop = At(true);
        shop.Age(
            Aging.Rule("gone") with
            {
                Expiration = new() { Days = 1 },
                NoncurrentVersionExpiration = new() { NoncurrentDays = 2 },
            },
            Aging.Rule("markers") with { Expiration = new() { ExpiredObjectDeleteMarker = true } });
        shop.Put("a", "x");
        shop.Days(2);
        Assert.Equal("a:marker! a:STANDARD", shop.Look());
        shop.Days(2);
        Assert.Equal("a:marker!", shop.Look());
        shop.Days(1);
        Assert.Equal("", shop.Look());
    }

    [Fact]
    public void Newer_versions_are_spared_and_pushed_out_by_still_newer_ones()
    {
        var shop = At(true);
        shop.Age(Aging.Rule() with
        {
            NoncurrentVersionExpiration = new() { NoncurrentDays = 1, NewerNoncurrentVersions = 2 },
        });
        for (var i = 0; i < 5; i++) shop.Put("a", "x");
        shop.Days(3);
        Assert.Equal("a:STANDARD! a:STANDARD a:STANDARD", shop.Look());
        shop.Put("a", "y");
        shop.Days(2);
        Assert.Equal("a:STANDARD! a:STANDARD a:STANDARD", shop.Look());
    }

    [Fact]
    public void Classes_change_down_the_waterfall_and_small_objects_stay()
    {
        var shop = At(false);
        shop.Age(Aging.Rule() with
        {
            Transitions =
            [
                Aging.To(TransitionStorageClass.StandardIa, 30), Aging.To(TransitionStorageClass.Glacier, 90),
                Aging.To(TransitionStorageClass.DeepArchive, 180),
            ],
            Expiration = new() { Days = 400 },
        });
        shop.Put("a", Aging.Large);
        shop.Put("small", "x");
        shop.Put("there", Aging.Large, r => r with { StorageClass = StorageClass.GlacierIr });
        shop.Days(31);
        Assert.Equal("a:STANDARD_IA! small:STANDARD! there:GLACIER_IR!", shop.Look());
        shop.Days(60);
        Assert.Equal("a:GLACIER! small:STANDARD! there:GLACIER!", shop.Look());
        Assert.Equal("InvalidObjectState", Rig.Refusal(() => shop.Read("a")));
        shop.Days(90);
        Assert.Equal("a:DEEP_ARCHIVE! small:STANDARD! there:DEEP_ARCHIVE!", shop.Look());
        shop.Days(220);
        Assert.Equal("", shop.Look());
    }

    [Fact]
    public void Small_objects_move_where_the_rule_or_the_configuration_says_so()
    {
        var shop = At(false);
        var rule = Aging.Rule() with { Transitions = [Aging.To(TransitionStorageClass.Glacier, 0)] };
        shop.Age(rule with { Filter = new() { ObjectSizeGreaterThan = 2 } });
        shop.Put("a", "xxx");
        shop.Put("b", "xx");
        shop.Days(1);
        Assert.Equal("a:GLACIER! b:STANDARD!", shop.Look());
        shop.Rig.Run(new PutBucketLifecycleConfiguration(), Aging.Request(rule) with
        {
            TransitionDefaultMinimumObjectSize = TransitionDefaultMinimumObjectSize.VariesByStorageClass,
        });
        shop.Days(1);
        Assert.Equal("a:GLACIER! b:GLACIER!", shop.Look());
    }

    // S3 user guide, "Lifecycle configuration conflicts".
    [Fact]
    public void Removal_goes_before_transition_and_the_cheaper_class_before_the_dearer()
    {
        var shop = At(false);
        shop.Age(
            Aging.Rule("a") with { Filter = new() { Prefix = "a" }, Expiration = new() { Days = 1 } },
            Aging.Rule("b") with { Transitions = [Aging.To(TransitionStorageClass.GlacierIr, 1)] },
            Aging.Rule("c") with { Transitions = [Aging.To(TransitionStorageClass.DeepArchive, 1)] });
        shop.Put("a", Aging.Large);
        shop.Put("b", Aging.Large);
        shop.Days(2);
        Assert.Equal("b:DEEP_ARCHIVE!", shop.Look());
    }

    [Fact]
    public void Filters_ask_for_prefix_tags_and_size_and_tags_may_come_later()
    {
        var shop = At(false);
        var tag = new Tag { Key = "k", Value = "v" };
        shop.Age(Aging.Rule() with
        {
            Filter = new() { And = new() { Prefix = "p/", Tags = [tag], ObjectSizeLessThan = 3 } },
            Expiration = new() { Days = 1 },
        });
        shop.Put("p/all", "x", r => r with { Tagging = "k=v&o=p" });
        shop.Put("p/large", "xxx", r => r with { Tagging = "k=v" });
        shop.Put("p/late", "x");
        shop.Put("q", "x", r => r with { Tagging = "k=v" });
        shop.Days(2);
        Assert.Equal("p/large:STANDARD! p/late:STANDARD! q:STANDARD!", shop.Look());
        shop.Rig.Run(
            new PutObjectTagging(), new() { Bucket = Shop.Bucket, Key = "p/late", Tagging = new() { TagSet = [tag] } });
        shop.Days(1);
        Assert.Equal("p/large:STANDARD! q:STANDARD!", shop.Look());
    }

    [Fact]
    public void Uploads_are_aborted_and_say_when()
    {
        var shop = At(false);
        var early = shop.Begin("b");
        shop.Age(Aging.Rule() with { AbortIncompleteMultipartUpload = new() { DaysAfterInitiation = 2 } });
        var late = shop.Rig.Run(
            new Orrery.Services.S3.Operations.Multipart.CreateMultipartUpload(),
            new() { Bucket = Shop.Bucket, Key = "a" });
        Assert.Equal((Rig.Start.AddDays(3), "r"), (late.AbortDate, late.AbortRuleId));
        shop.Part("b", early, 1, [1]);
        shop.Days(2);
        shop.Part("b", early, 1, [1]);
        shop.Days(1);
        Assert.Equal("NoSuchUpload", Rig.Refusal(() => shop.Part("b", early, 1, [1])));
        Assert.Equal("NoSuchUpload", Rig.Refusal(() => shop.Part("a", late.UploadId!, 1, [1])));
    }

    [Fact]
    public void What_is_there_when_rules_come_ages_too_also_much_of_it()
    {
        var shop = At(true);
        for (var i = 0; i < 1_100; i++) shop.Put($"k{i}", "x");
        shop.Delete("k0");
        shop.Days(10);
        shop.Age(
            Aging.Rule("a") with { Expiration = new() { Days = 1 } },
            Aging.Rule("b") with { NoncurrentVersionExpiration = new() { NoncurrentDays = 1 } });
        shop.Days(1);
        Assert.Empty(shop.List().Contents ?? []);
        Assert.NotEqual("", shop.Look());
        shop.Days(10);
        Assert.Equal("", shop.Look());
    }

    [Fact]
    public void Rules_that_are_disabled_or_deleted_do_nothing()
    {
        var shop = At(false);
        shop.Put("a", "x");
        shop.Age(Aging.Rule() with { Status = ExpirationStatus.Disabled, Expiration = new() { Days = 1 } });
        shop.Days(5);
        shop.Age(Aging.Rule() with { Expiration = new() { Days = 30 } });
        shop.Rig.Run(new DeleteBucketLifecycle(), new DeleteBucketLifecycleRequest { Bucket = Shop.Bucket });
        shop.Days(90);
        Assert.Equal("a:STANDARD!", shop.Look());
        Assert.Equal("NoSuchLifecycleConfiguration", shop.Rig.Refused(
            new GetBucketLifecycleConfiguration(),
            new GetBucketLifecycleConfigurationRequest { Bucket = Shop.Bucket }));
    }

    private static Shop At(bool versioned)
    {
        var shop = new Shop(versioned);
        shop.Rig.Advance(Morning);
        return shop;
    }
}
